"use client";

import { CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from "recharts";
import type { BurnDownDay } from "#lib/cockpit/burn-down.ts";
import { formatDate } from "#lib/presentation/dates.ts";
import { BURN_DOWN_LINES } from "./burn-down-lines.ts";

const TICK = { fill: "var(--muted)", fontSize: 12 };

/** The point before the first day. */
const START = "start";

/** The lines themselves; the table beneath says the same. */
export function BurnDownChart({ days, today }: { days: readonly BurnDownDay[]; today: string }) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <LineChart data={[...days]} margin={{ top: 8, right: 12, bottom: 4, left: 0 }} accessibilityLayer={false}>
        <CartesianGrid stroke="var(--hairline)" vertical={false} />
        <XAxis
          dataKey={({ day }: BurnDownDay) => day ?? START}
          tick={TICK}
          tickLine={false}
          stroke="var(--rule)"
          minTickGap={24}
          tickFormatter={(day: string) => (day === START ? "Start" : formatDate(day).replace(/ \d+$/, ""))}
        />
        <YAxis width={40} tick={TICK} tickLine={false} stroke="var(--rule)" allowDecimals={false} />
        {days.some(({ day }) => day === today) && (
          <ReferenceLine x={today} stroke="var(--rule)" strokeDasharray="4 4" />
        )}
        {BURN_DOWN_LINES.map(({ id, stroke, dash }) => (
          <Line
            key={id}
            dataKey={id}
            stroke={stroke}
            strokeDasharray={dash}
            strokeWidth={id === "questions" ? 2 : 1.5}
            dot={id === "ideal" ? false : { r: 2.5, strokeDasharray: "none", fill: stroke }}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
}
