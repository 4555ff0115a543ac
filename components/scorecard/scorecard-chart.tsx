"use client";

import dynamic from "next/dynamic";
import { useRef } from "react";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { NumberedInitiative } from "./numbered.ts";
import { QuadrantNames } from "./quadrant-names.tsx";
import { useLasso } from "./use-lasso.ts";

const ScorecardPlot = dynamic(() => import("./scorecard-plot.tsx").then((module) => module.ScorecardPlot), {
  ssr: false,
  loading: () => <Skeleton className="h-full w-full" />,
});

type Props = {
  rows: readonly NumberedInitiative[];
  selected: string;
  compared: ReadonlySet<string>;
  onSelect: (id: string) => void;
  /** Ids that stand in a rectangle that somebody drew. */
  onCompare: (ids: string[]) => void;
};

/** On paper the chart takes the paper's width: nothing measures it again there. */
const PRINTED = "print:[&_.recharts-wrapper]:max-w-[178mm] print:[&_svg]:max-w-[178mm]";

/** Every initiative by effort and risk; bubbles by findings, numbered as in the table beneath, which is its equal. */
export function ScorecardChart({ onCompare, ...props }: Props) {
  const places = useRef(new Map<string, { x: number; y: number }>());
  const shown = new Set(props.rows.map(({ initiative }) => initiative.id));
  const standing = () => new Map([...places.current].filter(([id]) => shown.has(id)));
  const { box, handlers } = useLasso(standing, onCompare);
  return (
    <figure>
      <div
        role="img"
        aria-label="Risk removed by effort for every initiative. The table below says the same."
        {...handlers}
        className={`relative h-115 select-none overflow-hidden rounded-panel border border-hairline ${PRINTED}`}
      >
        <ScorecardPlot {...props} onPlace={(id, at) => places.current.set(id, at)} />
        {box && (
          <div
            aria-hidden
            className="pointer-events-none absolute border border-accent bg-accent/10"
            style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
          />
        )}
        <QuadrantNames />
      </div>
      <figcaption className="mt-2 text-muted text-xs">
        The greater the bubble, the more findings it closes; its number stands in the table. A bar is the range of the
        estimate. Draw a rectangle around several to compare them. Both axes are logarithmic.
      </figcaption>
    </figure>
  );
}
