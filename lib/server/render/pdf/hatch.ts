import { LIGHT } from "#lib/presentation/palette.ts";
import type { Pen } from "./pen.ts";

/** Uncharted water: thin lines at 45 degrees over a box, clipped to it. */
export function drawHatch(
  pen: Pen,
  x: number,
  y: number,
  width: number,
  height: number,
  step = 3.5,
  colour: string = LIGHT.hatch,
): void {
  if (width <= 0 || height <= 0) return;
  const { doc } = pen;
  doc.save().rect(x, y, width, height).clip();
  for (let at = step / 2; at < width + height; at += step) doc.moveTo(x + at, y).lineTo(x + at - height, y + height);
  doc.lineWidth(0.5).stroke(colour).restore();
}
