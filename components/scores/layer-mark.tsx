import type { LayerId } from "#lib/catalog/framework.ts";
import { SOUNDING } from "./layer-fill.ts";
import { LAYER_NAMES } from "./layer-names.ts";

/** A layer by its depth and its name. */
export function LayerMark({ layer }: { layer: LayerId }) {
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <span aria-hidden className={`h-3 w-1 rounded-round ${SOUNDING[layer]}`} />
      {LAYER_NAMES[layer]}
    </span>
  );
}
