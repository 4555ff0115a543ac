import type { Metadata } from "next";
import { read, requireActor } from "#app/door/reader.ts";
import { PlanBoard } from "#components/board/board.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { formatPeriod, WEEKS_OF_PLAN } from "#lib/presentation/dates.ts";
import { sayBehind } from "#lib/presentation/sentences-of-moves.ts";
import { readBoard } from "#lib/server/services/initiatives/read-board.ts";
import { assignOwnerAction, stepInitiativeAction } from "../actions.ts";

export const metadata: Metadata = { title: "Board of the plan" };

type Props = {
  params: Promise<{ organization: string; assessment: string }>;
  searchParams: Promise<{ owner?: string | string[] }>;
};

export default async function BoardPage({ params, searchParams }: Props) {
  const { organization, assessment: id } = await params;
  const { owner } = await searchParams;
  const view = await read(readBoard(await requireActor(organization), { assessment: id }));
  const home = `/${organization}/assessments`;
  const plan = `${home}/${id}/plan`;
  const { board } = view;
  return (
    <>
      <PageHeader
        crumbs={[
          { title: "Assessments", href: home },
          { title: view.assessment.name, href: `${home}/${id}` },
          { title: "Plans and roadmap", href: plan },
          { title: "Board" },
        ]}
        title={board ? `Q${board.quarter}: ${board.goal}` : "Nothing is planned yet"}
        lede={
          board && view.onPlan
            ? `${sayWeek(board.week)}, ${formatPeriod(board.startsOn, board.endsOn)}. ${sayBehind(view.onPlan)}`
            : null
        }
        action={board && <ButtonLink href={plan}>The whole year</ButtonLink>}
      />
      {board ? (
        <PlanBoard
          board={board}
          open={view.open}
          members={view.members}
          self={view.self}
          owner={typeof owner === "string" ? owner : null}
          scorecardHref={`${home}/${id}/scorecard`}
          checksHref={`/${organization}/checks`}
          {...(view.mayClaim && {
            step: stepInitiativeAction.bind(null, organization, id),
            assign: assignOwnerAction.bind(null, organization, id),
          })}
        />
      ) : (
        <EmptyState title="There is no plan to keep">
          Plan the year first; its running 90 days stand here then.
        </EmptyState>
      )}
    </>
  );
}

function sayWeek(week: number): string {
  if (week === 0) return "It has not begun";
  return week > WEEKS_OF_PLAN ? "Its weeks are over" : `Week ${week} of ${WEEKS_OF_PLAN}`;
}
