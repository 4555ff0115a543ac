import type { LayerScore } from "#lib/scoring/score.ts";
import { LayerStackRow } from "./layer-stack-row.tsx";

type Props = {
  /** Outermost first. */
  layers: readonly LayerScore[];
  /** What the stack is of, for those who cannot see the heading above. */
  label: string;
};

/** The four layers within each other: each one's own score, and what is assured of it given the layers around it. */
export function LayerStack({ layers, label }: Props) {
  return (
    <ol aria-label={label} className="overflow-hidden rounded-panel border border-hairline">
      {layers.map((layer, depth) => (
        <LayerStackRow key={layer.layer} score={layer} depth={depth} />
      ))}
    </ol>
  );
}
