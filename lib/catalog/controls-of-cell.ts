import { CATALOG } from "./catalog.ts";
import type { Control } from "./control.ts";
import type { DimensionId, LayerId } from "./framework.ts";

/** The controls of one cell of the 4 C's x 8 dimensions heat map, in catalogue order. */
export function controlsOfCell(layer: LayerId, dimension: DimensionId): readonly Control[] {
  return CATALOG.controls.filter((control) => control.layer === layer && control.dimension === dimension);
}
