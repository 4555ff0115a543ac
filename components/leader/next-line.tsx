import Link from "next/link";
import { StateMark } from "#components/roadmap/state-mark.tsx";
import type { Initiative } from "#lib/planning/initiative.ts";
import type { InitiativeState } from "#lib/planning/roadmap.ts";
import { formatDate } from "#lib/presentation/dates.ts";
import { formatRisk, formatThings } from "#lib/presentation/numbers.ts";
import { sayInitiative } from "#lib/presentation/sentences-of-plans.ts";

type Props = {
  initiative: Initiative;
  href: string;
  owner?: string | null;
  due?: string;
  late?: number;
  state?: InitiativeState;
  /** Instead of owner and date, where there are none yet. */
  facts?: readonly string[];
};

/** One initiative for a leader: what, who, until when, what it removes. */
export function NextLine({ initiative, href, owner, due, late = 0, state, facts }: Props) {
  const said = facts ?? [
    owner ?? "No owner yet",
    due ? (late > 0 ? `${formatThings(late, "day")} late (${formatDate(due)})` : `by ${formatDate(due)}`) : "",
    `removes ${formatRisk(initiative.risk)}`,
  ];
  return (
    <li className="py-3 first:pt-0">
      <Link href={href} className="font-strong hover:underline">
        {sayInitiative(initiative)}
      </Link>
      <p className="mt-0.5 text-muted">{said.filter(Boolean).join(" · ")}</p>
      {state && state !== "planned" && (
        <p className="mt-0.5">
          <StateMark state={state} />
        </p>
      )}
    </li>
  );
}
