import type { ReactNode } from "react";
import { formatCoverage } from "#lib/presentation/numbers.ts";
import type { Derivation } from "#lib/scoring/score.ts";
import { DerivationButton, type DistantDerivation } from "./derivation-button.tsx";
import { ScoreGlyph, type ScoreGlyphProps } from "./score-glyph.tsx";
import { ScoreValue } from "./score-value.tsx";

type Props = Pick<ScoreGlyphProps, "own" | "assured" | "layer"> & {
  derivation?: Derivation | DistantDerivation;
  /** Stands after the coverage: the change since the last assessment. */
  note?: ReactNode;
  large?: boolean;
};

/** Own and assured with their bands, the scale that they stand on and the coverage: never one without the others. */
export function ScoreFigure({ own, assured, layer, derivation, note, large }: Props) {
  const value = <ScoreValue score={assured} className={large ? "text-2xl tracking-[-0.03em]" : "text-lg"} />;
  return (
    <div className="min-w-0">
      <dl className="flex items-baseline gap-x-6">
        <div className="flex flex-col">
          <dt className="text-muted text-xs">Assured</dt>
          <dd>{derivation ? <DerivationButton derivation={derivation}>{value}</DerivationButton> : value}</dd>
        </div>
        <div className="flex flex-col">
          <dt className="text-muted text-xs">Own</dt>
          <dd>
            <ScoreValue score={own} className={large ? "text-xl tracking-[-0.02em]" : "text-lg"} />
          </dd>
        </div>
      </dl>
      <div className="mt-3">
        <ScoreGlyph own={own} assured={assured} layer={layer} height={large ? 28 : 18} />
        <div aria-hidden className="mt-1 flex justify-between text-muted text-xs">
          <span>0</span>
          <span>100</span>
        </div>
      </div>
      <p className="mt-1 text-muted">
        {formatCoverage(assured)}
        {note && <> · {note}</>}
      </p>
    </div>
  );
}
