"use client";

import {
  CartesianGrid,
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

type Props = { rows: readonly NumberedInitiative[]; selected: string; onSelect: (id: string) => void };

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
export function ScorecardPlot({ rows, selected, onSelect }: Props) {
  const lines = quadrantLines(rows.map(({ initiative }) => initiative));
  const points = rows.map(pointOf);
  const effort = logAxis(points.map((point) => point.effort));
  const risk = logAxis(points.map((point) => point.risk));
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
        <Scatter
          data={points.toSorted((a, b) => rank(a.id) - rank(b.id) || b.findings - a.findings)}
          isAnimationActive={false}
          shape={(props: object) => <ScorecardBubble {...props} selected={selected} onSelect={onSelect} />}
        />
      </ScatterChart>
    </ResponsiveContainer>
  );
}

function pointOf({ number, initiative }: NumberedInitiative) {
  const { id, title, risk, effort, findings } = initiative;
  return { id, number, title, risk, effort: effort.days, findings: findings.length };
}
