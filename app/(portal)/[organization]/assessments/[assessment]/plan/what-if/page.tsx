import type { Metadata } from "next";
import { read, requireActor } from "#app/door/reader.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { WhatIfBoard } from "#components/what-if/what-if-board.tsx";
import { readWhatIf } from "#lib/server/services/roadmaps/read-what-if.ts";
import { takeOverAction } from "./actions.ts";

export const metadata: Metadata = { title: "What if" };

export default async function WhatIfPage({
  params,
}: {
  params: Promise<{ organization: string; assessment: string }>;
}) {
  const { organization, assessment: id } = await params;
  const view = await read(readWhatIf(await requireActor(organization), { assessment: id }));
  const home = `/${organization}/assessments`;
  const plan = `${home}/${id}/plan`;
  return (
    <>
      <PageHeader
        crumbs={[
          { title: "Assessments", href: home },
          { title: view.assessment.name, href: `${home}/${id}` },
          { title: "Plans and roadmap", href: plan },
          { title: "What if" },
        ]}
        title="What if there were more days, or fewer?"
        lede="Move a slider: the year is planned anew with it, and nothing is stored until you take it over."
      />
      {view.initiatives === 0 ? (
        <EmptyState title="There is nothing to plan yet">
          Upload a snapshot or answer some questions first: initiatives are made from findings.
        </EmptyState>
      ) : view.mayPlan ? (
        <WhatIfBoard
          view={view}
          tryHref={`/api/plans/${organization}/${id}/try`}
          planHref={plan}
          takeOver={takeOverAction.bind(null, organization, id)}
        />
      ) : (
        <EmptyState title="Your role does not plan">
          Ask a leader, an architect or a consultant to try it with you.
        </EmptyState>
      )}
    </>
  );
}
