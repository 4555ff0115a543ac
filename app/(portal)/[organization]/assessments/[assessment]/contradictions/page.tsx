import type { Metadata } from "next";
import { read, requireActor } from "#app/door/reader.ts";
import { LedgerBoard } from "#components/contradictions/ledger-board.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { formatThings } from "#lib/presentation/numbers.ts";
import { readLedger } from "#lib/server/services/contradictions/read-ledger.ts";
import { reopenContradictionAction, settleContradictionAction } from "./actions.ts";

export const metadata: Metadata = { title: "Contradictions" };

type Props = { params: Promise<{ organization: string; assessment: string }> };

export default async function ContradictionsPage({ params }: Props) {
  const { organization, assessment: id } = await params;
  const view = await read(readLedger(await requireActor(organization), { assessment: id }));
  const home = `/${organization}/assessments`;
  return (
    <>
      <PageHeader
        crumbs={[
          { title: "Assessments", href: home },
          { title: view.assessment.name, href: `${home}/${id}` },
          { title: "Contradictions" },
        ]}
        title={titleOf(view.lines.map(({ standing }) => standing.is))}
      />
      <LedgerBoard
        lines={view.lines}
        titles={[...view.concerns, ...view.dimensions]}
        today={view.at.slice(0, 10)}
        hrefs={{ questionnaire: `${home}/${id}/questionnaire`, clusters: `/${organization}/clusters` }}
        decide={
          view.maySettle
            ? {
                settle: settleContradictionAction.bind(null, organization, id),
                reopen: reopenContradictionAction.bind(null, organization, id),
              }
            : null
        }
      />
    </>
  );
}

function titleOf(standings: readonly ("open" | "settled" | "gone")[]): string {
  const [all, open] = [standings.length, standings.filter((is) => is === "open").length];
  if (open > 0) return `${formatThings(open, "contradiction")} ${open === 1 ? "waits" : "wait"} for a decision`;
  return all === 0 ? "No answer contradicts what was seen" : "Every contradiction is settled";
}
