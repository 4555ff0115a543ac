import type { ReactNode } from "react";
import { Section } from "#components/ui/section.tsx";
import type { Initiative } from "#lib/planning/initiative.ts";
import type { Roadmap } from "#lib/planning/roadmap.ts";
import { sayProof } from "#lib/presentation/sentences-of-plans.ts";
import type { LayerScore } from "#lib/scoring/score.ts";
import { LeftOutList } from "./left-out-list.tsx";
import { PlanCard } from "./plan-card.tsx";
import type { InitiativeProgress, OnPlan } from "./progress.ts";
import { ProjectedScoresTable } from "./projected-scores-table.tsx";
import { RiskCurve } from "./risk-curve.tsx";
import { RoadmapGantt } from "./roadmap-gantt.tsx";

type Props = {
  roadmap: Roadmap;
  initiatives: readonly Initiative[];
  progress: readonly InitiativeProgress[];
  onPlan: OnPlan | null;
  /** Layer scores today, for the projection; left out, the projection is not shown. */
  now?: readonly LayerScore[];
  scorecardHref?: string;
  checksHref?: string;
  /** Today, ISO 8601: the plan that runs stands open. Without it, the first one. */
  at?: string;
  /** InitiativeControls by initiative, for who may claim. */
  controls?: Readonly<Record<string, ReactNode>>;
  /** Where one asks why something is not done sooner. */
  whyHref?: string;
};

/** The year: the curve, the four plans, the rows of weeks, what the layers become, and what does not fit. */
export function RoadmapView({
  roadmap,
  initiatives,
  progress,
  onPlan,
  now,
  scorecardHref,
  checksHref,
  controls,
  whyHref,
  at,
}: Props) {
  const shared = { roadmap, initiatives, progress, scorecardHref };
  const running = (roadmap.plans.find((plan) => at && plan.endsOn >= at.slice(0, 10)) ?? roadmap.plans[0])?.quarter;
  return (
    <div className="flex flex-col gap-14">
      <Section title="The risk that is left" lede={sayProof(roadmap)}>
        <RiskCurve roadmap={roadmap} actual={onPlan?.actualCurve} />
        {onPlan && <p className="reading-width mt-3">{onPlan.because}</p>}
      </Section>
      <Section title="Twelve months">
        <RoadmapGantt {...shared} />
      </Section>
      <Section title="Four plans of 90 days">
        <div className="flex flex-col gap-3">
          {roadmap.plans.map((plan) => (
            <PlanCard
              key={plan.quarter}
              open={plan.quarter === running}
              plan={plan}
              {...shared}
              checksHref={checksHref}
              controls={controls}
              whyHref={whyHref}
            />
          ))}
        </div>
      </Section>
      {now && (
        <Section title="What the layers become" lede="If everything in a plan is verified and nothing new appears.">
          <ProjectedScoresTable now={now} plans={roadmap.plans} />
        </Section>
      )}
      <Section title="What does not fit into the year">
        <LeftOutList left={roadmap.left} initiatives={initiatives} />
      </Section>
    </div>
  );
}
