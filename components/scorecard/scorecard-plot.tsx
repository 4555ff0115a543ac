"use client";

import {
  CartesianGrid,
  ErrorBar,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  XAxis,
  YAxis,
  ZAxis,
} from "recharts";
import { logAxis } from "./log-axis.ts";
import type { NumberedInitiative } from "./numbered.ts";
import { quadrantLines } from "./quadrant-lines.ts";
import { ScorecardBubble } from "./scorecard-bubble.tsx";

export type PlotProps = {
  rows: readonly NumberedInitiative[];
  selected: string;
  compared: ReadonlySet<string>;
  onSelect: (id: string) => void;
  onPlace: (id: string, at: { x: number; y: number }) => void;
};

/** As many ranges of effort are drawn at once. */
const MOST_BARS = 25;

const AXIS = {
  type: "number",
  scale: "log",
  stroke: "var(--rule)",
  tick: { fill: "var(--muted)", fontSize: 12 },
  tickLine: false,
} as const;
const LABEL = { offset: 8, fill: "var(--muted)", fontSize: 12 } as const;
const EFFORT_AXIS = {
  ...AXIS,
  dataKey: "effort",
  label: { ...LABEL, value: "Effort, person-days", position: "bottom" },
} as const;
const RISK_AXIS = {
  ...AXIS,
  dataKey: "risk",
  width: 52,
  label: {
    ...LABEL,
    value: "Risk points removed",
    angle: -90,
    position: "insideLeft",
    style: { textAnchor: "middle" },
  },
} as const;

/** The plot itself, which needs the browser to measure its room; the frame around it stands before. */
export function ScorecardPlot({ rows, selected, compared, onSelect, onPlace }: PlotProps) {
  const lines = quadrantLines(rows.map(({ initiative }) => initiative));
  const points = rows.map(pointOf);
  const effort = logAxis(
    points.flatMap(({ effort: days, range: [down = 0, up = 0] }) => [days - down, days, days + up]),
  );
  const risk = logAxis(points.map((point) => point.risk));
  // Bars of many would hide each other: then of those alone that somebody looks at.
  const barred = points.filter(({ id }) => points.length <= MOST_BARS || id === selected || compared.has(id));
  // The chosen one on top, then the small ones: none hides another for good.
  const rank = (id: string) => (id === selected ? 1 : 0);
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ScatterChart margin={{ top: 30, right: 28, bottom: 30, left: 8 }} accessibilityLayer={false}>
        <CartesianGrid stroke="var(--hairline)" vertical={false} />
        <XAxis {...EFFORT_AXIS} {...effort} />
        <YAxis {...RISK_AXIS} {...risk} />
        <ZAxis type="number" dataKey="findings" range={points.length > 25 ? [240, 640] : [360, 1100]} />
        {lines.effort !== null && <ReferenceLine x={lines.effort} stroke="var(--rule)" strokeDasharray="4 4" />}
        {lines.risk !== null && <ReferenceLine y={lines.risk} stroke="var(--rule)" strokeDasharray="4 4" />}
        <Scatter data={barred} isAnimationActive={false} shape={() => null}>
          <ErrorBar dataKey="range" direction="x" width={5} strokeWidth={1} stroke="var(--muted)" />
        </Scatter>
        <Scatter
          data={points.toSorted((a, b) => rank(a.id) - rank(b.id) || b.findings - a.findings)}
          isAnimationActive={false}
          shape={(props: object) => (
            <ScorecardBubble {...props} selected={selected} compared={compared} onSelect={onSelect} onPlace={onPlace} />
          )}
        />
      </ScatterChart>
    </ResponsiveContainer>
  );
}

function pointOf({ number, initiative }: NumberedInitiative) {
  const { id, title, risk, effort, findings } = initiative;
  const { days, optimistic, pessimistic } = effort;
  const range = [Math.max(0, days - optimistic), Math.max(0, pessimistic - days)];
  return { id, number, title, risk, effort: days, range, findings: findings.length };
}
