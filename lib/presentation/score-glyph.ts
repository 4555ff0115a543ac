import type { Score } from "#lib/scoring/score.ts";
import { isBlank } from "./numbers.ts";

/** One half of the glyph: what is known to be met, and the band up to where it could be. In the glyph's units. */
export type ScoreTrack = { y: number; height: number; solid: number; bandFrom: number; bandTo: number };

/**
 * Own and assured as one glyph: two tracks of the same scale under each other, own above, assured below. `solid` ends
 * at the headline value, the band (hatched: uncharted) at the value if every unknown were met.
 */
export type ScoreGlyph = { width: number; height: number; own: ScoreTrack | null; assured: ScoreTrack | null };

/** Lays the glyph out on a width x height box; a score where nothing applies has no track. */
export function layOutScoreGlyph(own: Score, assured: Score, width: number, height: number): ScoreGlyph {
  const gap = height / 8;
  const half = (height - gap) / 2;
  return { width, height, own: track(own, width, 0, half), assured: track(assured, width, half + gap, half) };
}

function track(score: Score, width: number, y: number, height: number): ScoreTrack | null {
  if (isBlank(score)) return null;
  const x = (value: number) => (Math.min(100, Math.max(0, value)) / 100) * width;
  return { y, height, solid: x(score.low), bandFrom: x(score.low), bandTo: Math.max(x(score.low), x(score.high)) };
}
