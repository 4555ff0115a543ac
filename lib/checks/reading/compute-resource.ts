import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { ContainerInPod, Workload } from "#lib/kubernetes/pod.ts";
import { type Fault, NOT_APPLICABLE, PASS, type Verdict } from "../check.ts";
import { recordOf, recordsOf } from "./entries.ts";
import { namespaceOf, objectsIn } from "./namespaced.ts";
import { isMirrorPod } from "./pod-template.ts";

export type Resource = "cpu" | "memory";
/** What containers ask for and are limited to: also the space for logs, scratch files and emptyDir volumes. */
export type ContainerResource = Resource | "ephemeral-storage";
export type Bound = "requests" | "limits";

/**
 * Judges whether a container has a request or limit: its own, one for the whole pod (spec.resources), or the default of a
 * LimitRange of its namespace, which the API server writes into the pod. A request that Kubernetes would copy from the
 * limit is still missing: it reserves the peak, and nobody chose it. Zero is no amount.
 */
export function judgeResource(
  { container, workload }: ContainerInPod,
  index: ClusterIndex,
  bound: Bound,
  resource: ContainerResource,
): Verdict {
  if (isMirrorPod(workload)) return NOT_APPLICABLE;
  const own = recordOf(container.resources);
  if (isAmount(recordOf(own[bound])[resource]) || hasForPod(workload, bound, resource)) return PASS;
  if (isAmount(defaultOf(workload, index, bound, resource))) return PASS;
  const fault = (message: string): Fault[] => [{ field: `resources.${bound}.${resource}`, message }];
  const name = `container "${container.name}"`;
  const word = bound === "requests" ? "request" : "limit";
  const limit = recordOf(own.limits)[resource];
  if (bound === "requests" && isAmount(limit))
    return fault(`${name} sets no ${resource} request, so Kubernetes reserves its whole limit of ${limit}`);
  return fault(`${name} sets no ${resource} ${word}`);
}

function hasForPod(workload: Workload, bound: Bound, resource: ContainerResource): boolean {
  return isAmount(recordOf(recordOf(workload.pod.resources)[bound])[resource]);
}

/**
 * What a LimitRange of the namespace fills in for containers that say nothing; undefined without one. A LimitRange without
 * a default request takes its default limit for one.
 */
export function defaultOf(workload: Workload, index: ClusterIndex, bound: Bound, resource: ContainerResource): unknown {
  const ranges = objectsIn(index, "LimitRange", namespaceOf(workload)).flatMap(({ object }) =>
    recordsOf(recordOf(object.spec).limits).filter(({ entry }) => entry.type === "Container"),
  );
  const amounts = ranges.map(({ entry }) => {
    const limit = recordOf(entry.default)[resource];
    return bound === "limits" ? limit : (recordOf(entry.defaultRequest)[resource] ?? limit);
  });
  return amounts.find(isAmount);
}

/** True for a quantity above zero, as far as its text tells. */
export function isAmount(value: unknown): boolean {
  if (typeof value === "number") return value > 0;
  return typeof value === "string" && value.trim() !== "" && !/^0+(\.0+)?[a-zA-Z]*$/.test(value.trim());
}
