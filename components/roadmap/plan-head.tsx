import { ChevronRight } from "lucide-react";
import type { QuarterPlan } from "#lib/planning/roadmap.ts";
import { formatPeriod } from "#lib/presentation/dates.ts";
import { formatRisk, formatRiskOf } from "#lib/presentation/numbers.ts";

type Props = { plan: QuarterPlan; riskAtStart: number; headingId: string };

/** What a plan is, folded or not: its dates, its goal, what it removes and what is left after it. */
export function PlanHead({ plan, riskAtStart, headingId }: Props) {
  return (
    <summary className="flex list-none flex-wrap items-start justify-between gap-x-8 gap-y-2 rounded-panel px-5 py-4 hover:bg-sunken group-open:rounded-b-none">
      <ChevronRight
        aria-hidden
        size={18}
        className="mt-4.5 -mr-5 -ml-1 shrink-0 text-muted print:hidden [[open]>summary>&]:rotate-90"
      />
      <div className="min-w-0 max-w-2xl flex-1 basis-80">
        <p className="text-muted text-xs">
          Plan {plan.quarter} · {formatPeriod(plan.startsOn, plan.endsOn)}
        </p>
        <h3 id={headingId} className="mt-0.5 text-base font-strong">
          {plan.goal}
        </h3>
      </div>
      <p className="ml-auto text-muted">
        Removes {formatRiskOf(plan.riskRemoved, riskAtStart)}
        <span className="block">{formatRisk(plan.riskLeft)} left after it</span>
      </p>
    </summary>
  );
}
