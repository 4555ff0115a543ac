import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { recordOf } from "./entries.ts";

const ZONE_LABELS = ["topology.kubernetes.io/zone", "failure-domain.beta.kubernetes.io/zone"];

/** The zone of a node by its labels; undefined when it carries none. */
export function zoneOf(node: KubernetesObject): string | undefined {
  const labels = recordOf(node.metadata.labels);
  return ZONE_LABELS.map((label) => labels[label]).find((zone) => typeof zone === "string" && zone !== "") as
    | string
    | undefined;
}
