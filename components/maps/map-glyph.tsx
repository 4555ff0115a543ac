import { DEPTH_FILL, SOUNDING_FILL, SOUNDING_STROKE } from "#components/scores/layer-fill.ts";
import type { LayerId } from "#lib/catalog/framework.ts";
import { layOutScoreGlyph, type ScoreTrack } from "#lib/presentation/score-glyph.ts";
import type { Score } from "#lib/scoring/score.ts";

type Props = {
  layer: LayerId;
  own: Score;
  assured: Score;
  x: number;
  y: number;
  width: number;
  height: number;
  hatch: string;
};

/** The glyph of own and assured within a map, in the map's units. */
export function MapGlyph({ layer, own, assured, x, y, width, height, hatch }: Props) {
  const glyph = layOutScoreGlyph(own, assured, width, height);
  const track = (at: ScoreTrack, fill: string) => (
    <g>
      <rect y={at.y} width={width} height={at.height} className="fill-surface" />
      <rect x={at.bandFrom} y={at.y} width={at.bandTo - at.bandFrom} height={at.height} fill={`url(#${hatch})`} />
      <rect
        y={at.y}
        width={at.solid}
        height={at.height}
        className={`${fill} ${SOUNDING_STROKE[layer]}`}
        strokeWidth={0.5}
      />
      {at.bandTo > at.bandFrom && (
        <line x1={at.bandTo} x2={at.bandTo} y1={at.y} y2={at.y + at.height} className="stroke-hatch" />
      )}
    </g>
  );
  return (
    <g transform={`translate(${x} ${y})`}>
      {glyph.own && track(glyph.own, DEPTH_FILL[layer])}
      {glyph.assured && track(glyph.assured, SOUNDING_FILL[layer])}
    </g>
  );
}
