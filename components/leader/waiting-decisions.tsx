import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { formatList, formatThings } from "#lib/presentation/numbers.ts";
import type { LeaderHrefs, LeaderView } from "./leader-view.ts";

type Props = { view: Pick<LeaderView, "waiting" | "roadmap" | "initiatives">; hrefs: LeaderHrefs };

/** What waits for somebody's decision, each line leading to where it is taken. */
export function WaitingDecisions({ view, hrefs }: Props) {
  const lines = linesOf(view, hrefs);
  if (lines.length === 0) return <p className="text-muted">Nothing waits for a decision.</p>;
  return (
    <ul className="divide-y divide-hairline rounded-panel border border-hairline">
      {lines.map(({ href, says, more }) => (
        <li key={says}>
          <Link href={href} className="flex min-h-14 items-center gap-4 px-5 py-3 hover:bg-sunken">
            <span className="min-w-0 flex-1">
              <span className="block font-strong">{says}</span>
              <span className="text-muted">{more}</span>
            </span>
            <ChevronRight aria-hidden size={16} className="shrink-0 text-muted" />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function linesOf({ waiting, roadmap, initiatives }: Props["view"], hrefs: LeaderHrefs) {
  const { contradictions, uncharted, claimed, unscanned, approval } = waiting;
  const left = roadmap?.left.length ?? 0;
  return [
    !roadmap &&
      initiatives.length > 0 && {
        href: hrefs.plan,
        says: `${formatThings(initiatives.length, "initiative")} ${initiatives.length === 1 ? "waits" : "wait"} for a plan`,
        more: "Say who is there in each quarter; the planner chooses what goes when.",
      },
    approval !== null && {
      href: `${hrefs.plan}#approval`,
      says: `Version ${approval} of the roadmap waits for approval`,
      more: "A leader approves it with its budget; from then on it stays as it is.",
    },
    contradictions > 0 && {
      href: hrefs.contradictions,
      says: `${formatThings(contradictions, "answer")} ${contradictions === 1 ? "disagrees" : "disagree"} with what a scan shows`,
      more: "What was seen counts. Nothing can be signed until somebody decides.",
    },
    claimed > 0 && {
      href: hrefs.plan,
      says: `${formatThings(claimed, "initiative")} claimed as done`,
      more: "A later scan verifies them; upload a snapshot.",
    },
    left > 0 && {
      href: hrefs.plan,
      says: `${formatThings(left, "initiative")} ${left === 1 ? "does" : "do"} not fit into the year`,
      more: "Each with what it would take.",
    },
    unscanned.length > 0 && {
      href: hrefs.clusters,
      says: `${formatList(unscanned)} ${unscanned.length === 1 ? "has" : "have"} no scan yet`,
      more: "Without one, its answers stand alone.",
    },
    uncharted > 0 && {
      href: `${hrefs.questionnaire}?show=unanswered`,
      says: `${formatThings(uncharted, "control is", "controls are")} uncharted`,
      more: "The unknown counts as a gap until a scan or an answer fills it in.",
    },
  ].filter((line) => line !== false);
}
