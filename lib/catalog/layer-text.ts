import type { LayerText } from "./control.ts";
import type { LayerId } from "./framework.ts";
import { LAYER_TEXTS } from "./layers.ts";

/** Title and meaning of a layer. Throws for an id outside the framework, which the types rule out. */
export function layerText(id: LayerId): LayerText {
  const text = LAYER_TEXTS.find((candidate) => candidate.id === id);
  if (!text) throw new Error(`unknown layer ${id}`);
  return text;
}
