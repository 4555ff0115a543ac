import type { ScoreTrack } from "#lib/presentation/score-glyph.ts";

type Props = { track: ScoreTrack; width: number; hatch: string; fill: string; stroke: string };

/** One half of the glyph, in the glyph's units. */
export function ScoreTrackShape({ track, width, hatch, fill, stroke }: Props) {
  const { y, height, solid, bandFrom, bandTo } = track;
  return (
    <g vectorEffect="non-scaling-stroke">
      <rect x={0} y={y} width={width} height={height} className="fill-hairline/55" />
      {bandTo > bandFrom && (
        <>
          <rect x={bandFrom} y={y} width={bandTo - bandFrom} height={height} fill={`url(#${hatch})`} />
          <line
            x1={bandTo}
            x2={bandTo}
            y1={y}
            y2={y + height}
            className="stroke-hatch"
            vectorEffect="non-scaling-stroke"
          />
        </>
      )}
      {solid > 0 && (
        <rect
          x={0}
          y={y}
          width={solid}
          height={height}
          className={`${fill} ${stroke}`}
          strokeWidth={0.75}
          vectorEffect="non-scaling-stroke"
        />
      )}
    </g>
  );
}
