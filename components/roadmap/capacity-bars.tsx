import type { QuarterPlan } from "#lib/planning/roadmap.ts";
import { formatDays, formatDecimal } from "#lib/presentation/numbers.ts";
import { SKILL_NAMES } from "./skill-names.ts";

/** Person-days by skill: how much of what is there the plan uses. */
export function CapacityBars({ capacity }: { capacity: QuarterPlan["capacity"] }) {
  return (
    <ul className="flex flex-col gap-2.5">
      {capacity.map(({ skill, used, available }) => (
        <li key={skill}>
          <p className="mb-1 flex justify-between gap-3 text-xs">
            <span>{SKILL_NAMES[skill]}</span>
            <span className="text-muted">
              {formatDecimal(used)} of {formatDays(available)}
            </span>
          </p>
          <div aria-hidden className="h-1.5 overflow-hidden rounded-round bg-hairline">
            <div
              className="h-full bg-muted"
              style={{ width: `${available > 0 ? Math.min(100, (used / available) * 100) : 0}%` }}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}
