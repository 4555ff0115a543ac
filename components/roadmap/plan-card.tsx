import { type ReactNode, useId } from "react";
import type { Initiative } from "#lib/planning/initiative.ts";
import type { QuarterPlan, Roadmap } from "#lib/planning/roadmap.ts";
import { CapacityBars } from "./capacity-bars.tsx";
import { ExitCriteria } from "./exit-criteria.tsx";
import { PlanHead } from "./plan-head.tsx";
import { PlanItem } from "./plan-item.tsx";
import type { InitiativeProgress } from "./progress.ts";

export type PlanCardProps = {
  plan: QuarterPlan;
  roadmap: Roadmap;
  initiatives: readonly Initiative[];
  progress: readonly InitiativeProgress[];
  scorecardHref?: string;
  checksHref?: string;
  /** What may be done with an initiative, by its id: owner, start, claim. */
  controls?: Readonly<Record<string, ReactNode>>;
  whyHref?: string;
  /** Whether its weeks are shown at once: those of the plan that runs are. */
  open?: boolean;
};

/** One plan of 90 days: its goal, its thirteen weeks, who is needed, and when it is done. */
export function PlanCard(props: PlanCardProps) {
  const { plan, roadmap, initiatives, progress, scorecardHref, checksHref, controls, whyHref, open } = props;
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <details open={open} className="group rounded-panel border border-hairline">
        <PlanHead plan={plan} riskAtStart={roadmap.riskAtStart} headingId={heading} />
        <div className="grid border-hairline border-t lg:grid-cols-[minmax(0,1fr)_19rem]">
          <ol className="min-w-0 divide-y divide-hairline px-5">
            {plan.items.length === 0 && <li className="py-4 text-muted">Nothing is planned for this quarter.</li>}
            {plan.items.map((item) => (
              <PlanItem
                key={item.initiative}
                item={item}
                roadmap={roadmap}
                initiatives={initiatives}
                progress={progress}
                scorecardHref={scorecardHref}
                controls={controls?.[item.initiative]}
                whyHref={whyHref}
              />
            ))}
          </ol>
          <div className="flex flex-col gap-6 border-hairline border-t px-5 py-4 lg:border-t-0 lg:border-l">
            <div>
              <h4 className="mb-2 text-muted text-xs">Capacity, person-days</h4>
              <CapacityBars capacity={plan.capacity} />
            </div>
            <div>
              <h4 className="mb-2 text-muted text-xs">Done when</h4>
              <ExitCriteria
                criteria={plan.exitCriteria}
                initiatives={initiatives}
                progress={progress}
                checksHref={checksHref}
              />
            </div>
          </div>
        </div>
      </details>
    </section>
  );
}
