import type { Metadata } from "next";
import { read, requireActor } from "#app/door/reader.ts";
import { ApprovalSection } from "#components/approvals/approval-section.tsx";
import { BaselineSection } from "#components/roadmap/baseline-section.tsx";
import { CapacityForm } from "#components/roadmap/capacity-form.tsx";
import { MovesSection } from "#components/roadmap/moves-section.tsx";
import { RoadmapView } from "#components/roadmap/roadmap-view.tsx";
import { WishesSection } from "#components/roadmap/wishes-section.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import type { Initiative } from "#lib/planning/initiative.ts";
import { formatDate } from "#lib/presentation/dates.ts";
import { sayYear } from "#lib/presentation/sentences-of-plans.ts";
import { readApprovals } from "#lib/server/services/approvals/read-approvals.ts";
import { readRoadmap } from "#lib/server/services/roadmaps/read-roadmap.ts";
import { planYearAction } from "./actions.ts";
import { approveRoadmapAction } from "./approve-action.ts";
import { controlsOf } from "./initiative-controls.tsx";
import { removeWishAction, setWishAction } from "./wish-actions.ts";

export const metadata: Metadata = { title: "Plans and roadmap" };

export default async function PlanPage({ params }: { params: Promise<{ organization: string; assessment: string }> }) {
  const { organization, assessment: id } = await params;
  const actor = await requireActor(organization);
  const view = await read(readRoadmap(actor, { assessment: id }));
  const approvals = await read(readApprovals(actor, { assessment: id }));
  const home = `/${organization}/assessments`;
  const { roadmap: stored, progress, members } = view;
  const crumbs = [
    { title: "Assessments", href: home },
    { title: view.assessment.name, href: `${home}/${id}` },
    { title: "Plans and roadmap" },
  ];
  const exported = (
    <div className="flex flex-wrap gap-3">
      <ButtonLink href={`${home}/${id}/plan/board`}>Board</ButtonLink>
      <ButtonLink href={`${home}/${id}/plan/what-if`}>What if</ButtonLink>
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
        lede={stored ? sayVersion(stored.version, approvals.approvals[0]) : null}
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
          whyHref={`/api/plans/${organization}/${id}/why`}
          controls={
            view.mayClaim
              ? controlsOf({ organization, assessment: id, initiatives: stored.initiatives, progress, members })
              : undefined
          }
        />
      ) : null}
      {stored && view.moved && <MovesSection comparison={view.moved} roadmap={stored.roadmap} />}
      {view.baseline && <BaselineSection baseline={view.baseline} />}
      {stored && <ApprovalSection approvals={approvals} approve={approveRoadmapAction.bind(null, organization, id)} />}
      {stored && (
        <WishesSection
          wishes={view.wishes}
          remedies={remediesOf(stored.initiatives)}
          mayPlan={view.mayPlan}
          set={setWishAction.bind(null, organization, id)}
          remove={removeWishAction.bind(null, organization, id)}
        />
      )}
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
            team={stored?.roadmap.team ?? null}
            needed={view.needed}
            again={stored !== null}
            runsHref={`/api/plans/${organization}/runs`}
            plan={planYearAction.bind(null, organization, id)}
          />
        </Section>
      ) : null}
    </>
  );
}

/** Each once, whatever its phases, by title. */
function remediesOf(initiatives: readonly Initiative[]): { id: string; title: string }[] {
  const titles = new Map(initiatives.map(({ remedy, title }) => [remedy, title]));
  return [...titles].map(([id, title]) => ({ id, title })).toSorted((a, b) => (a.title < b.title ? -1 : 1));
}

function sayVersion(version: number, approval: { version: number; by: string; at: string } | undefined): string {
  if (!approval) return `Version ${version}, not approved`;
  const approved = `approved by ${approval.by} on ${formatDate(approval.at.slice(0, 10))}`;
  return approval.version === version
    ? `Version ${version}, ${approved}`
    : `Version ${version}, not approved; version ${approval.version} was ${approved}`;
}
