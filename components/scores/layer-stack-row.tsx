import { formatCoverage } from "#lib/presentation/numbers.ts";
import type { LayerScore } from "#lib/scoring/score.ts";
import { DerivationButton } from "./derivation-button.tsx";
import { DEPTH } from "./layer-fill.ts";
import { LAYER_NAMES } from "./layer-names.ts";
import { ScoreGlyph } from "./score-glyph.tsx";
import { ScoreValue } from "./score-value.tsx";

/** One layer of the stack; the deeper, the further it is set in. */
export function LayerStackRow({ score, depth }: { score: LayerScore; depth: number }) {
  const { layer, own, assured, heldBy, derivation } = score;
  return (
    <li className={`border-surface not-last:border-b ${DEPTH[layer]}`}>
      <div className="grid grid-cols-[1fr_auto_auto] items-center gap-x-5 gap-y-2 px-4 py-3 sm:grid-cols-[7.5rem_minmax(6rem,1fr)_4.5rem_4.5rem_minmax(0,11rem)]">
        <h3 className="font-strong" style={{ paddingLeft: `${depth * 12}px` }}>
          {LAYER_NAMES[layer]}
        </h3>
        <div className="order-last col-span-3 rounded-small bg-surface p-1 sm:order-none sm:col-span-1">
          <ScoreGlyph own={own} assured={assured} layer={layer} height={16} />
        </div>
        <p>
          <span className="block text-xs">Assured</span>
          <DerivationButton derivation={derivation}>
            <ScoreValue score={assured} className="text-base" onDepth />
          </DerivationButton>
        </p>
        <p>
          <span className="block text-xs">Own</span>
          <ScoreValue score={own} className="text-base" onDepth />
        </p>
        <p className="order-last col-span-3 text-xs sm:order-none sm:col-span-1">
          {formatCoverage(own)}
          <span className="block">
            {heldBy ? `Held down by ${LAYER_NAMES[heldBy].toLowerCase()}` : "Not held down"}
          </span>
        </p>
      </div>
    </li>
  );
}
