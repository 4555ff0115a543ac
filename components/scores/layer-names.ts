import type { LayerId } from "#lib/catalog/framework.ts";

/** The four layers as they are called and where they stand, outermost first. */
export const LAYER_NAMES: Record<LayerId, string> = {
  cloud: "Cloud",
  cluster: "Cluster",
  container: "Container",
  code: "Code",
};
export const LAYERS_OUTERMOST_FIRST = Object.keys(LAYER_NAMES) as LayerId[];
