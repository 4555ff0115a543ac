import type { LayerId } from "#lib/catalog/framework.ts";
import { LIGHT } from "#lib/presentation/palette.ts";
import { layOutScoreGlyph, type ScoreTrack } from "#lib/presentation/score-glyph.ts";
import type { Score } from "#lib/scoring/score.ts";
import { drawHatch } from "./hatch.ts";
import type { Pen } from "./pen.ts";

/** Own above assured on one scale of 0 to 100: solid to the headline, hatched to where the unknown could lift it. */
export function drawScoreGlyph(
  pen: Pen,
  own: Score,
  assured: Score,
  layer: LayerId,
  x: number,
  y: number,
  width: number,
  height: number,
): void {
  const glyph = layOutScoreGlyph(own, assured, width, height);
  if (glyph.own) drawTrack(pen, glyph.own, LIGHT.depths[layer], LIGHT.soundings[layer], x, y, width);
  if (glyph.assured) drawTrack(pen, glyph.assured, LIGHT.soundings[layer], LIGHT.soundings[layer], x, y, width);
}

/** One score as a track of the same kind. */
export function drawScoreBar(
  pen: Pen,
  score: Score,
  colour: string,
  x: number,
  y: number,
  width: number,
  height: number,
): void {
  const glyph = layOutScoreGlyph(score, score, width, height * 2);
  if (glyph.own) drawTrack(pen, { ...glyph.own, y: 0, height }, colour, colour, x, y, width);
}

function drawTrack(pen: Pen, track: ScoreTrack, fill: string, edge: string, x: number, y: number, width: number): void {
  const { doc } = pen;
  const top = y + track.y;
  doc.rect(x, top, width, track.height).fill(LIGHT.sunken);
  drawHatch(pen, x + track.bandFrom, top, track.bandTo - track.bandFrom, track.height, 2.5);
  if (track.solid > 0) doc.rect(x, top, track.solid, track.height).fill(fill);
  doc.rect(x, top, Math.max(track.solid, 0.01), track.height).lineWidth(0.5).stroke(edge);
  if (track.bandTo > track.bandFrom)
    doc
      .moveTo(x + track.bandTo, top)
      .lineTo(x + track.bandTo, top + track.height)
      .lineWidth(0.75)
      .stroke(LIGHT.hatch);
}
