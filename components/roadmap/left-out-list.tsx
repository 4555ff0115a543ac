import type { Initiative } from "#lib/planning/initiative.ts";
import type { LeftOut } from "#lib/planning/roadmap.ts";
import { formatDays, formatRisk } from "#lib/presentation/numbers.ts";
import { sayInitiative } from "#lib/presentation/sentences-of-plans.ts";

type Props = { left: readonly LeftOut[]; initiatives: readonly Initiative[] };

/** What does not fit into the year, and what it would take. */
export function LeftOutList({ left, initiatives }: Props) {
  if (left.length === 0) return <p className="text-muted">Everything fits into the year.</p>;
  return (
    <ul className="divide-y divide-hairline rounded-panel border border-hairline">
      {left.map(({ initiative: id, why }) => {
        const initiative = initiatives.find((each) => each.id === id);
        return (
          <li key={id} className="px-4 py-3">
            <p className="flex flex-wrap justify-between gap-x-6">
              <span className="font-strong">{initiative ? sayInitiative(initiative) : id}</span>
              {initiative && (
                <span className="text-muted">
                  {formatRisk(initiative.risk)} · {formatDays(initiative.effort.days)}
                </span>
              )}
            </p>
            <p className="reading-width mt-0.5">{why}</p>
          </li>
        );
      })}
    </ul>
  );
}
