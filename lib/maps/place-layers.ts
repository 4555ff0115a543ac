import { CONCERNS_BY_LAYER, type ConcernId, LAYERS, type LayerId } from "#lib/catalog/framework.ts";
import type { Box } from "./geometry.ts";

/** Where the four layers and their concerns stand; everything else is set relative to these. */
export type Placement = {
  width: number;
  height: number;
  layers: { layer: LayerId; box: Box; titleBox: Box }[];
  concerns: { concern: ConcernId; layer: LayerId; box: Box }[];
};

/** Margin between the border of a layer and that of the next inner one, left, right and below. */
const WIDE = { width: 1200, margin: 20, title: 144, lane: 26, row: 120, below: 24, gap: 8 };
const NARROW = { width: 360, margin: 11, title: 84, row: 58, gap: 6, above: 10 };

/** Four bands, one inside the other: the layer's title at the left, its concerns beside it, the next layer beneath. */
export function placeWide(): Placement {
  const { width, margin, title, lane, row, below, gap } = WIDE;
  const step = lane + row + below;
  const height = LAYERS.length * step + (LAYERS.length - 1) * margin;
  const boxes = LAYERS.map((layer, depth) => ({ layer, box: nest(depth, depth * step, width, height, margin) }));
  return {
    width,
    height,
    layers: boxes.map(({ layer, box }) => {
      return { layer, box, titleBox: { x: box.x + margin, y: box.y + lane, width: title - margin, height: row } };
    }),
    concerns: boxes.flatMap(({ layer, box }) => {
      const concerns = CONCERNS_BY_LAYER[layer];
      const room = box.width - title - margin;
      // Quarters of a unit: crisp on screens, exact in binary.
      const each = Math.floor(((room - (concerns.length - 1) * gap) / concerns.length) * 4) / 4;
      return concerns.map((concern, n) => {
        const x = box.x + title + n * (each + gap);
        return { concern, layer, box: { x, y: box.y + lane, width: each, height: row } };
      });
    }),
  };
}

/** The same for a phone: title on top, concerns beneath each other, the next layer below. */
export function placeNarrow(): Placement {
  const { width, margin, title, row, gap, above } = NARROW;
  const heightOf = (layer: LayerId) => title + CONCERNS_BY_LAYER[layer].length * (row + gap) + above;
  const height = LAYERS.reduce((total, layer) => total + heightOf(layer), 0) + (LAYERS.length - 1) * margin;
  const tops = LAYERS.map((_, depth) => LAYERS.slice(0, depth).reduce((y, layer) => y + heightOf(layer), 0));
  const boxes = LAYERS.map((layer, depth) => ({ layer, box: nest(depth, tops[depth] ?? 0, width, height, margin) }));
  return {
    width,
    height,
    layers: boxes.map(({ layer, box }) => {
      return { layer, box, titleBox: { x: box.x + margin, y: box.y, width: box.width - 2 * margin, height: title } };
    }),
    concerns: boxes.flatMap(({ layer, box }) =>
      CONCERNS_BY_LAYER[layer].map((concern, n) => {
        const y = box.y + title + n * (row + gap);
        return { concern, layer, box: { x: box.x + margin, y, width: box.width - 2 * margin, height: row } };
      }),
    ),
  };
}

function nest(depth: number, y: number, width: number, height: number, margin: number): Box {
  const inset = depth * margin;
  return { x: inset, y, width: width - 2 * inset, height: height - y - inset };
}
