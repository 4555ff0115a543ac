import { useId } from "react";
import type { LayerId } from "#lib/catalog/framework.ts";
import { layOutScoreGlyph } from "#lib/presentation/score-glyph.ts";
import type { Score } from "#lib/scoring/score.ts";
import { HatchPattern } from "./hatch-pattern.tsx";
import { DEPTH_FILL, SOUNDING_FILL, SOUNDING_STROKE } from "./layer-fill.ts";
import { ScoreTrackShape } from "./score-track-shape.tsx";

export type ScoreGlyphProps = {
  own: Score;
  assured: Score;
  /** Without one: the whole, in the depth of the innermost. */
  layer?: LayerId;
  /** Pixels; without one it fills the width that it is given. */
  width?: number;
  height?: number;
};

/**
 * Own above assured on one scale of 0 to 100: solid to the headline, hatched to where the unknown could lift it. Says
 * nothing to a screen reader: its numbers stand beside it.
 */
export function ScoreGlyph({ own, assured, layer = "code", width, height = 20 }: ScoreGlyphProps) {
  const id = useId();
  const glyph = layOutScoreGlyph(own, assured, 100, height);
  const stroke = SOUNDING_STROKE[layer];
  return (
    <svg aria-hidden="true" width={width ?? "100%"} height={height} className="block shrink-0 overflow-visible">
      <defs>
        <HatchPattern id={id} step={4} />
      </defs>
      {glyph.own && <ScoreTrackShape track={glyph.own} hatch={id} fill={DEPTH_FILL[layer]} stroke={stroke} />}
      {glyph.assured && (
        <ScoreTrackShape track={glyph.assured} hatch={id} fill={SOUNDING_FILL[layer]} stroke={stroke} />
      )}
    </svg>
  );
}
