import type { LayerId } from "#lib/catalog/framework.ts";

/** Four depths of one blue: surfaces that carry ink, and marks on them. As fills of drawings and as backgrounds. */
export const DEPTH_FILL: Record<LayerId, string> = {
  cloud: "fill-depth-cloud",
  cluster: "fill-depth-cluster",
  container: "fill-depth-container",
  code: "fill-depth-code",
};
export const SOUNDING_FILL: Record<LayerId, string> = {
  cloud: "fill-sounding-cloud",
  cluster: "fill-sounding-cluster",
  container: "fill-sounding-container",
  code: "fill-sounding-code",
};
export const SOUNDING_STROKE: Record<LayerId, string> = {
  cloud: "stroke-sounding-cloud",
  cluster: "stroke-sounding-cluster",
  container: "stroke-sounding-container",
  code: "stroke-sounding-code",
};
export const DEPTH: Record<LayerId, string> = {
  cloud: "bg-depth-cloud",
  cluster: "bg-depth-cluster",
  container: "bg-depth-container",
  code: "bg-depth-code",
};
export const SOUNDING: Record<LayerId, string> = {
  cloud: "bg-sounding-cloud",
  cluster: "bg-sounding-cluster",
  container: "bg-sounding-container",
  code: "bg-sounding-code",
};
