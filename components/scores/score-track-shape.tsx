import type { ScoreTrack } from "#lib/presentation/score-glyph.ts";

type Props = { track: ScoreTrack; hatch: string; fill: string; stroke: string };

/** One half of the glyph; along the scale in percent, so that it takes any width without distortion. */
export function ScoreTrackShape({ track, hatch, fill, stroke }: Props) {
  const { y, height, solid, bandFrom, bandTo } = track;
  return (
    <>
      <rect x="0" y={y} width="100%" height={height} className="fill-hairline/60" />
      {bandTo > bandFrom && (
        <>
          <rect x={`${bandFrom}%`} y={y} width={`${bandTo - bandFrom}%`} height={height} fill={`url(#${hatch})`} />
          <line x1={`${bandTo}%`} x2={`${bandTo}%`} y1={y} y2={y + height} className="stroke-hatch" />
        </>
      )}
      {solid > 0 && (
        <rect x="0" y={y} width={`${solid}%`} height={height} className={`${fill} ${stroke}`} strokeWidth={0.75} />
      )}
    </>
  );
}
