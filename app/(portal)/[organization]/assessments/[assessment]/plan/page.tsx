import type { Metadata } from "next";
import { read, requireActor } from "#app/door/reader.ts";
import { CapacityForm } from "#components/roadmap/capacity-form.tsx";
import { RoadmapView } from "#components/roadmap/roadmap-view.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { sayYear } from "#lib/presentation/sentences-of-plans.ts";
import { readRoadmap } from "#lib/server/services/roadmaps/read-roadmap.ts";
import { planYearAction } from "./actions.ts";
import { controlsOf } from "./initiative-controls.tsx";

export const metadata: Metadata = { title: "Plans and roadmap" };

export default async function PlanPage({ params }: { params: Promise<{ organization: string; assessment: string }> }) {
  const { organization, assessment: id } = await params;
  const view = await read(readRoadmap(await requireActor(organization), { assessment: id }));
  const home = `/${organization}/assessments`;
  const { roadmap: stored, progress, members } = view;
  const crumbs = [
    { title: "Assessments", href: home },
    { title: view.assessment.name, href: `${home}/${id}` },
    { title: "Plans and roadmap" },
  ];
  const exported = (
    <div className="flex flex-wrap gap-3">
      <ButtonLink href={`${home}/${id}/deliverables`}>All deliverables</ButtonLink>
      <ButtonLink variant="primary" href={`${home}/${id}/roadmap.pdf`} prefetch={false} download>
        Export the roadmap as PDF
      </ButtonLink>
    </div>
  );
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title={stored ? sayYear(stored.roadmap) : "Nothing is planned yet"}
        lede={stored ? `Version ${stored.version}` : null}
        action={stored ? exported : null}
      />
      {stored ? (
        <RoadmapView
          roadmap={stored.roadmap}
          initiatives={stored.initiatives}
          progress={progress}
          onPlan={view.onPlan}
          at={view.at}
          now={view.layers}
          scorecardHref={`${home}/${id}/scorecard`}
          checksHref={`/${organization}/checks`}
          controls={
            view.mayClaim
              ? controlsOf({ organization, assessment: id, initiatives: stored.initiatives, progress, members })
              : undefined
          }
        />
      ) : null}
      {view.initiatives.length === 0 ? (
        <EmptyState title="There is nothing to plan yet">
          Upload a snapshot or answer some questions first: initiatives are made from findings.
        </EmptyState>
      ) : view.mayPlan ? (
        <Section
          title={stored ? "Plan the year again" : "Plan the year"}
          lede="Say how many person-days each skill has in each quarter. The planner takes the risk out as early as they allow."
        >
          <CapacityForm
            startsOn={stored?.roadmap.startsOn ?? view.at.slice(0, 10)}
            capacity={stored?.capacity ?? view.firstGuess}
            needed={view.needed}
            again={stored !== null}
            plan={planYearAction.bind(null, organization, id)}
          />
        </Section>
      ) : null}
    </>
  );
}
