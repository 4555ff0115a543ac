import { LEVEL_NAMES, LEVELS_WORST_FIRST, LIGHT } from "#lib/presentation/palette.ts";
import { drawLine } from "./draw-text.ts";
import { drawHatch } from "./hatch.ts";
import type { Pen } from "./pen.ts";
import { drawRiskMark } from "./risk-mark.ts";
import { tagged } from "./structure.ts";
import { TYPE } from "./type-scale.ts";

/** Marks of the levels and of the unknown, and at the right what else the map needs to be read. One line of 12 points. */
export function drawMapLegend(pen: Pen, note: string, arrows = false): void {
  const y = pen.y;
  let x = pen.area.left;
  tagged(pen, "P", () => {
    for (const level of LEVELS_WORST_FIRST) {
      drawRiskMark(pen, level, x + 4, y + 5, 3.2);
      drawLine(pen, LEVEL_NAMES[level], x + 12, y, TYPE.label);
      x += 56;
    }
    drawHatch(pen, x, y + 1, 9, 8, 2.5);
    drawLine(pen, "Uncharted", x + 14, y, TYPE.label);
    x += 66;
    if (arrows) {
      pen.doc
        .moveTo(x, y + 5)
        .lineTo(x + 12, y + 5)
        .lineWidth(1)
        .stroke(LIGHT.ink);
      pen.doc.polygon([x + 16, y + 5], [x + 11, y + 2.4], [x + 11, y + 7.6]).fill(LIGHT.ink);
      drawLine(pen, "A breach escapes outward", x + 20, y, TYPE.label);
    }
    drawLine(pen, note, pen.area.right, y, TYPE.label, "right");
  });
}
