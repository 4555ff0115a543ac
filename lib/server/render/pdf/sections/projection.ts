import type { Box } from "#lib/maps/geometry.ts";
import type { Roadmap } from "#lib/planning/roadmap.ts";
import { LIGHT } from "#lib/presentation/palette.ts";
import { drawLine } from "../draw-text.ts";
import type { Pen } from "../pen.ts";
import { grouped, tagged } from "../structure.ts";
import { TYPE } from "../type-scale.ts";

/** Where each layer is expected after each plan: own and assured headline values, from now to the end of the year. */
export function drawProjection(pen: Pen, roadmap: Roadmap, box: Box): void {
  tagged(pen, "H2", () => drawLine(pen, "Where the layers are expected", box.x, box.y, TYPE.heading));
  const label = 64;
  const steps = ["now", ...roadmap.plans.map((plan) => `Q${plan.quarter}`)];
  const step = (box.width - label) / steps.length;
  const at = (i: number) => box.x + label + (i + 0.5) * step;
  tagged(pen, "P", () => drawLine(pen, "Light: own · dark: assured", box.x, box.y + 46 + 4 * 56, TYPE.label));
  grouped(pen, "Table", () => {
    grouped(pen, "TR", () => {
      for (const [i, title] of steps.entries())
        tagged(pen, "TH", () => drawLine(pen, title, at(i), box.y + 28, TYPE.label, "center"), { scope: "Column" });
    });
    for (const [row, layer] of pen.model.layersMap.layers.entries()) {
      const y = box.y + 46 + row * 56;
      const values = [
        { own: Math.round(layer.own.low), assured: Math.round(layer.assured.low) },
        ...roadmap.plans.map(
          (plan) => plan.layers.find((other) => other.layer === layer.layer) ?? { own: 0, assured: 0 },
        ),
      ];
      grouped(pen, "TR", () => {
        tagged(pen, "TH", () => drawLine(pen, layer.title, box.x, y + 22, TYPE.smallBold), { scope: "Row" });
        for (const [i, value] of values.entries()) tagged(pen, "TD", () => drawPair(pen, layer.layer, value, at(i), y));
      });
    }
  });
}

/** Two columns on one scale of 100: own light, assured dark, with their numbers under them. */
function drawPair(
  pen: Pen,
  layer: keyof typeof LIGHT.depths,
  value: { own: number; assured: number },
  x: number,
  y: number,
): void {
  const height = 36;
  const [own, assured] = [(Math.min(100, value.own) / 100) * height, (Math.min(100, value.assured) / 100) * height];
  const { doc } = pen;
  doc
    .moveTo(x - 14, y + height)
    .lineTo(x + 14, y + height)
    .lineWidth(0.5)
    .stroke(LIGHT.rule);
  doc
    .rect(x - 10, y + height - own, 9, own)
    .lineWidth(0.5)
    .fillAndStroke(LIGHT.depths[layer], LIGHT.soundings[layer]);
  doc
    .rect(x + 1, y + height - assured, 9, assured)
    .lineWidth(0.5)
    .fillAndStroke(LIGHT.soundings[layer], LIGHT.soundings[layer]);
  drawLine(
    pen,
    `${Math.round(value.own)} · ${Math.round(value.assured)}`,
    x,
    y + height + 1,
    { ...TYPE.labelNumber, colour: LIGHT.ink },
    "center",
  );
}
