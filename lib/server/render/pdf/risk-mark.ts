import { LIGHT } from "#lib/presentation/palette.ts";
import { riskShapePath } from "#lib/presentation/risk-shapes.ts";
import type { RiskLevel } from "#lib/scoring/finding.ts";
import type { Pen } from "./pen.ts";

/** A level's mark around a point, on a halo of the page so that it stays apart from what lies under it. */
export function drawRiskMark(pen: Pen, level: RiskLevel, x: number, y: number, radius: number, halo = false): void {
  const { doc } = pen;
  doc.save().translate(x, y);
  if (halo) doc.path(riskShapePath(level, radius)).lineWidth(2).stroke(LIGHT.surface);
  doc.path(riskShapePath(level, radius)).fill(LIGHT.levels[level].mark);
  doc.restore();
}
