import type { LayerId } from "#lib/catalog/framework.ts";
import type { Box, LayersMap, Point } from "#lib/maps/geometry.ts";

/** A closed depth line; `shore` is the first of its layer, which is filled. */
export type DepthLine = { layer: LayerId; shore: boolean; points: Point[] };
type Concern = LayersMap["concerns"][number];
/** A concern as a sounding: where its score stands on the chart. */
export type Sounding = { concern: Concern; at: Point };
export type Chart = {
  lines: DepthLine[];
  soundings: Sounding[];
  names: { layer: LayerId; title: string; at: Point }[];
};

const POINTS = 160;
/** How far each layer lies within the one around it, as shares of the chart. */
const INSET = { top: 0.2, side: 0.055, bottom: 0.05 };
/** The turns of the waves that shape the coast. */
const TURNS = [2, 3, 5, 8, 13];

/**
 * The layers map as a sea chart within a frame: the same layers in the same nesting as coasts, depth lines between
 * them, concerns in the order of the map as soundings. Where a concern scores well the deep water reaches outwards,
 * where it scores badly it draws back. The digest gives every report its own coast, the same report always the same.
 */
export function chartOf(map: LayersMap, digest: string, frame: Box, between: number): Chart {
  const boxes = map.layers.map((_, depth) => boxAt(frame, depth));
  const last = boxes.at(-1);
  if (!last) return { lines: [], soundings: [], names: [] };
  const innermost = shrink(last, 0.34);
  const soundings = map.layers.flatMap(({ layer }, depth) =>
    soundingsOf(map, layer, boxes[depth] ?? last, boxes[depth + 1]),
  );
  const pull = pullOf(soundings, frame);
  const waves = wavesOf(digest);
  const lines = map.layers.flatMap(({ layer }, depth) =>
    Array.from({ length: between }, (_, step): DepthLine => {
      const box = blend(boxes[depth] ?? last, boxes[depth + 1] ?? innermost, step / between);
      return { layer, shore: step === 0, points: ring(box, pull, waves) };
    }),
  );
  const names = map.layers.map(({ layer, title }, depth) => {
    const box = boxes[depth] ?? last;
    return { layer, title, at: { x: box.x + box.width * 0.115, y: bandMiddle(box, boxes[depth + 1]) } };
  });
  return { lines, soundings, names };
}

function boxAt(frame: Box, depth: number): Box {
  const [top, side, bottom] = [depth * INSET.top, depth * INSET.side, depth * INSET.bottom];
  return {
    x: frame.x + side * frame.width,
    y: frame.y + top * frame.height,
    width: frame.width * (1 - 2 * side),
    height: frame.height * (1 - top - bottom),
  };
}

function bandMiddle(box: Box, next: Box | undefined): number {
  return next ? (box.y + next.y) / 2 + box.height * 0.015 : box.y + box.height / 2;
}

function soundingsOf(map: LayersMap, layer: LayerId, box: Box, next: Box | undefined): Sounding[] {
  const mine = map.concerns.filter((concern) => concern.layer === layer);
  const y = bandMiddle(box, next);
  // Every other sounding a little deeper: a chart, not a table.
  return mine.map((concern, i) => ({
    concern,
    at: { x: box.x + box.width * (0.27 + (0.64 * (i + 0.5)) / mine.length), y: y + (i % 2 === 0 ? -7 : 7) },
  }));
}

function shrink(box: Box, share: number): Box {
  return {
    x: box.x + box.width * share,
    y: box.y + box.height * share,
    width: box.width * (1 - 2 * share),
    height: box.height * (1 - 2 * share),
  };
}

function blend(a: Box, b: Box, t: number): Box {
  const mix = (from: number, to: number) => from + (to - from) * t;
  return { x: mix(a.x, b.x), y: mix(a.y, b.y), width: mix(a.width, b.width), height: mix(a.height, b.height) };
}

/** A superellipse in the box, moved along its radius by the soundings near it and by the report's own waves. */
function ring(box: Box, pull: (at: Point) => number, waves: (angle: number) => number): Point[] {
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const soft = (value: number) => Math.sign(value) * Math.abs(value) ** 0.66;
  const size = Math.min(box.width, box.height);
  return Array.from({ length: POINTS }, (_, i) => {
    const angle = (i / POINTS) * 2 * Math.PI;
    const x = (soft(Math.cos(angle)) * box.width) / 2;
    const y = (soft(Math.sin(angle)) * box.height) / 2;
    const reach = Math.hypot(x, y) || 1;
    const move = pull({ x: middle.x + x, y: middle.y + y }) + waves(angle) * size * 0.03;
    return { x: middle.x + x + (x / reach) * move, y: middle.y + y + (y / reach) * move };
  });
}

function pullOf(soundings: readonly Sounding[], frame: Box): (at: Point) => number {
  const spread = frame.width * 0.07;
  const strength = ({ concern }: Sounding) => ((concern.score.low - 40) / 60) * frame.height * 0.04;
  return (at) =>
    soundings.reduce((sum, sounding) => {
      const away = (at.x - sounding.at.x) ** 2 + (at.y - sounding.at.y) ** 2;
      return sum + strength(sounding) * Math.exp(-away / (2 * spread * spread));
    }, 0);
}

function wavesOf(digest: string): (angle: number) => number {
  const phase = (i: number) => ((Number.parseInt(digest.slice(i * 2, i * 2 + 2), 16) || 0) / 255) * 2 * Math.PI;
  return (angle) => TURNS.reduce((sum, turns, i) => sum + Math.sin(turns * angle + phase(i)) / turns ** 0.8, 0);
}
