import type { LayerId } from "#lib/catalog/framework.ts";
import type { Box, LayersMap, Point } from "#lib/maps/geometry.ts";

/** A closed depth line; `shore` is the first of its layer, which is filled. */
export type DepthLine = { layer: LayerId; shore: boolean; points: Point[] };

const POINTS = 144;

/**
 * Depth lines of an assessment within a frame: the nested layers of the map as coasts, with lines between them. Where
 * a concern scores well the deep water reaches outwards, where it scores badly it draws back. The digest gives every
 * report its own coast, and the same report always the same one.
 */
export function depthLines(map: LayersMap, digest: string, frame: Box, between: number): DepthLine[] {
  const boxes = map.layers.map((layer) => scaled(layer.box, map, frame));
  const last = boxes.at(-1);
  if (!last) return [];
  const innermost = {
    x: last.x + last.width * 0.38,
    y: last.y + last.height * 0.38,
    width: last.width * 0.24,
    height: last.height * 0.24,
  };
  const pull = pullOf(map, frame);
  const waves = wavesOf(digest);
  return map.layers.flatMap(({ layer }, i) =>
    Array.from({ length: between }, (_, step) => {
      const box = blend(boxes[i] ?? last, boxes[i + 1] ?? innermost, step / between);
      return { layer, shore: step === 0, points: ring(box, pull, waves) };
    }),
  );
}

export function scaled(box: Box, map: LayersMap, frame: Box): Box {
  const [sx, sy] = [frame.width / map.width, frame.height / map.height];
  return { x: frame.x + box.x * sx, y: frame.y + box.y * sy, width: box.width * sx, height: box.height * sy };
}

function blend(a: Box, b: Box, t: number): Box {
  const mix = (from: number, to: number) => from + (to - from) * t;
  return { x: mix(a.x, b.x), y: mix(a.y, b.y), width: mix(a.width, b.width), height: mix(a.height, b.height) };
}

/** A superellipse in the box, moved along its radius by the concerns near it and by the report's own waves. */
function ring(box: Box, pull: (at: Point) => number, waves: (angle: number) => number): Point[] {
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const soft = (value: number) => Math.sign(value) * Math.abs(value) ** 0.62;
  return Array.from({ length: POINTS }, (_, i) => {
    const angle = (i / POINTS) * 2 * Math.PI;
    const x = (soft(Math.cos(angle)) * box.width) / 2;
    const y = (soft(Math.sin(angle)) * box.height) / 2;
    const reach = Math.hypot(x, y) || 1;
    const size = Math.min(box.width, box.height);
    const move = pull({ x: middle.x + x, y: middle.y + y }) + waves(angle) * size * 0.035;
    return { x: middle.x + x + (x / reach) * move, y: middle.y + y + (y / reach) * move };
  });
}

function pullOf(map: LayersMap, frame: Box): (at: Point) => number {
  const spread = frame.width * 0.075;
  const sources = map.concerns.map((concern) => {
    const box = scaled(concern.box, map, frame);
    return {
      x: box.x + box.width / 2,
      y: box.y + box.height / 2,
      strength: ((concern.score.low - 40) / 60) * frame.height * 0.045,
    };
  });
  return (at) =>
    sources.reduce(
      (sum, { x, y, strength }) =>
        sum + strength * Math.exp(-((at.x - x) ** 2 + (at.y - y) ** 2) / (2 * spread * spread)),
      0,
    );
}

function wavesOf(digest: string): (angle: number) => number {
  const phases = [3, 5, 8, 13].map(
    (_, i) => ((Number.parseInt(digest.slice(i * 2, i * 2 + 2), 16) || 0) / 255) * 2 * Math.PI,
  );
  return (angle) =>
    [3, 5, 8, 13].reduce((sum, turns, i) => sum + Math.sin(turns * angle + (phases[i] ?? 0)) / (1.4 * turns ** 0.6), 0);
}
