import type { Roadmap } from "#lib/planning/roadmap.ts";
import { formatRisk } from "#lib/presentation/numbers.ts";
import { CurveLegend } from "./curve-legend.tsx";
import { CurveTable } from "./curve-table.tsx";
import { RiskCurveDrawing } from "./risk-curve-drawing.tsx";

type Props = {
  roadmap: Pick<Roadmap, "startsOn" | "riskAtStart" | "curve" | "greedyCurve">;
  /** Remaining risk at the end of each week so far, verified; absent before the year has begun. */
  actual?: readonly number[];
  /** Leaves out the other order and the table: for the leader's page. */
  brief?: boolean;
};

/** One drawing for each room that there may be, so that its words keep their size. */
const SIZES = [
  { width: 380, height: 220, shows: "@xl:hidden print:hidden" },
  { width: 680, height: 280, shows: "hidden @xl:block @4xl:hidden print:block" },
  { width: 1080, height: 320, shows: "hidden @4xl:block print:hidden" },
] as const;
/** The leader's page has no room for the widest one. */
const BRIEF_SIZES = [SIZES[0], { ...SIZES[1], shows: "hidden @xl:block print:block" }] as const;

/** The risk that is left, week by week: as planned, in the order of risk per effort, and as verified. */
export function RiskCurve({ roadmap, actual = [], brief }: Props) {
  const left = roadmap.curve.at(-1) ?? roadmap.riskAtStart;
  const label = `Remaining risk over 52 weeks: ${formatRisk(roadmap.riskAtStart)} at the start, ${formatRisk(left)} planned at the end${actual.length > 0 ? `, ${formatRisk(actual.at(-1) ?? 0)} verified today` : ""}.`;
  const lines = { plan: roadmap.curve, greedy: brief ? [] : roadmap.greedyCurve, actual };
  return (
    <div className="@container min-w-0">
      <figure>
        <figcaption className="mb-2">
          <CurveLegend lines={lines} />
        </figcaption>
        {(brief ? BRIEF_SIZES : SIZES).map(({ width, height, shows }) => (
          <div key={width} className={shows}>
            <RiskCurveDrawing lines={lines} startsOn={roadmap.startsOn} label={label} width={width} height={height} />
          </div>
        ))}
      </figure>
      {!brief && <CurveTable lines={lines} />}
    </div>
  );
}
