import type { Box } from "#lib/maps/geometry.ts";
import type { Roadmap } from "#lib/planning/roadmap.ts";
import { WEEKS_OF_PLAN } from "#lib/presentation/dates.ts";
import { formatDecimal } from "#lib/presentation/numbers.ts";
import { LIGHT } from "#lib/presentation/palette.ts";
import { ticksUpTo } from "./axis.ts";
import { drawLine } from "./draw-text.ts";
import type { Pen } from "./pen.ts";
import { coloured, TYPE } from "./type-scale.ts";

/** The remaining risk over the year: as planned (solid) and by risk per effort (dashed). Axis from nothing, in risk points. */
export function drawRiskCurve(pen: Pen, roadmap: Roadmap, box: Box): void {
  const ticks = ticksUpTo(Math.max(roadmap.riskAtStart, ...roadmap.curve, ...roadmap.greedyCurve, 1));
  const top = ticks.at(-1) ?? 1;
  const weeks = Math.max(1, roadmap.curve.length - 1);
  const plot = { x: box.x + 32, y: box.y + 6, width: box.width - 32 - 40, height: box.height - 26 };
  const x = (week: number) => plot.x + (week / weeks) * plot.width;
  const y = (risk: number) => plot.y + plot.height - (risk / top) * plot.height;
  drawAxes(pen, plot, ticks, y);
  for (let quarter = 1; quarter * WEEKS_OF_PLAN <= weeks; quarter++) drawQuarter(pen, plot, quarter, x);
  drawSteps(pen, roadmap.greedyCurve, x, y, false);
  drawSteps(pen, roadmap.curve, x, y, true);
  const end = roadmap.curve.at(-1) ?? 0;
  pen.doc.circle(x(weeks), y(end), 2).fill(LIGHT.accent);
  drawLine(pen, formatDecimal(end), x(weeks) + 6, y(end) - 6, coloured(TYPE.smallBold, LIGHT.accent));
}

function drawAxes(pen: Pen, plot: Box, ticks: readonly number[], y: (risk: number) => number): void {
  const { doc } = pen;
  for (const tick of ticks) {
    const at = y(tick);
    doc
      .moveTo(plot.x, at)
      .lineTo(plot.x + plot.width, at)
      .lineWidth(tick === 0 ? 0.75 : 0.5);
    doc.stroke(tick === 0 ? LIGHT.rule : LIGHT.hairline);
    drawLine(pen, formatDecimal(tick), plot.x - 6, at - 5, TYPE.labelNumber, "right");
  }
}

function drawQuarter(pen: Pen, plot: Box, quarter: number, x: (week: number) => number): void {
  const [from, to] = [x((quarter - 1) * WEEKS_OF_PLAN), x(quarter * WEEKS_OF_PLAN)];
  pen.doc
    .moveTo(to, plot.y)
    .lineTo(to, plot.y + plot.height + 4)
    .lineWidth(0.5)
    .stroke(LIGHT.hairline);
  drawLine(pen, `Q${quarter}`, (from + to) / 2, plot.y + plot.height + 6, TYPE.label, "center");
}

/** Risk falls when an initiative ends, so the line goes in steps. */
function drawSteps(
  pen: Pen,
  curve: readonly number[],
  x: (week: number) => number,
  y: (risk: number) => number,
  planned: boolean,
): void {
  const { doc } = pen;
  doc.save();
  for (const [week, risk] of curve.entries()) {
    if (week === 0) doc.moveTo(x(0), y(risk));
    else doc.lineTo(x(week), y(curve[week - 1] ?? risk)).lineTo(x(week), y(risk));
  }
  if (planned) doc.lineWidth(1.5).stroke(LIGHT.accent);
  else doc.lineWidth(0.9).dash(2.5, { space: 2 }).stroke(LIGHT.rule);
  doc.restore();
}
