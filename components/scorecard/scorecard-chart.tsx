"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { NumberedInitiative } from "./numbered.ts";
import { QuadrantNames } from "./quadrant-names.tsx";

const ScorecardPlot = dynamic(() => import("./scorecard-plot.tsx").then((module) => module.ScorecardPlot), {
  ssr: false,
  loading: () => <Skeleton className="h-full w-full" />,
});

type Props = { rows: readonly NumberedInitiative[]; selected: string; onSelect: (id: string) => void };

/** On paper the chart takes the paper's width: nothing measures it again there. */
const PRINTED = "print:[&_.recharts-wrapper]:max-w-[178mm] print:[&_svg]:max-w-[178mm]";

/** Every initiative by effort and risk; bubbles by findings, numbered as in the table beneath, which is its equal. */
export function ScorecardChart(props: Props) {
  return (
    <figure>
      <div
        role="img"
        aria-label="Risk removed by effort for every initiative. The table below says the same."
        className={`relative h-115 overflow-hidden rounded-panel border border-hairline ${PRINTED}`}
      >
        <ScorecardPlot {...props} />
        <QuadrantNames />
      </div>
      <figcaption className="mt-2 text-muted text-xs">
        The greater the bubble, the more findings it closes; its number stands in the table. Both axes are logarithmic.
      </figcaption>
    </figure>
  );
}
