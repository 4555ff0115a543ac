import { formatInterval } from "#lib/presentation/numbers.ts";
import type { LayerScore } from "#lib/scoring/score.ts";
import { LAYER_NAMES } from "./layer-names.ts";
import { ScoreGlyph } from "./score-glyph.tsx";

/** The four layers in four lines: glyph, assured, and who holds it down. For where there is little room. */
export function LayerLines({ layers }: { layers: readonly Omit<LayerScore, "derivation">[] }) {
  return (
    <ul className="flex flex-col gap-2">
      {layers.map(({ layer, own, assured, heldBy }) => (
        <li key={layer} className="grid grid-cols-[4.5rem_minmax(0,1fr)_auto] items-center gap-x-3">
          <span>{LAYER_NAMES[layer]}</span>
          <ScoreGlyph own={own} assured={assured} layer={layer} height={12} />
          <span className="min-w-13 text-right">
            <span className="sr-only">own {formatInterval(own)}, assured </span>
            {formatInterval(assured)}
          </span>
          {heldBy && (
            <span className="col-start-2 text-muted text-xs">held down by {LAYER_NAMES[heldBy].toLowerCase()}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
