import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { ContainerInPod, Workload } from "#lib/kubernetes/pod.ts";
import { type Fault, NOT_APPLICABLE, PASS, type Verdict } from "../check.ts";
import { recordOf, recordsOf } from "./entries.ts";
import { namespaceOf, objectsIn } from "./namespaced.ts";
import { isMirrorPod } from "./pod-template.ts";

export type Resource = "cpu" | "memory";
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
  resource: Resource,
): Verdict {
  if (isMirrorPod(workload)) return NOT_APPLICABLE;
  const own = recordOf(container.resources);
  if (isAmount(recordOf(own[bound])[resource]) || hasForPod(workload, bound, resource)) return PASS;
  if (hasDefault(workload, index, bound, resource)) return PASS;
  const fault = (message: string): Fault[] => [{ field: `resources.${bound}.${resource}`, message }];
  const name = `container "${container.name}"`;
  const word = bound === "requests" ? "request" : "limit";
  const limit = recordOf(own.limits)[resource];
  if (bound === "requests" && isAmount(limit))
    return fault(`${name} sets no ${resource} request, so Kubernetes reserves its whole limit of ${limit}`);
  return fault(`${name} sets no ${resource} ${word}`);
}

function hasForPod(workload: Workload, bound: Bound, resource: Resource): boolean {
  return isAmount(recordOf(recordOf(workload.pod.resources)[bound])[resource]);
}

/** A LimitRange without a default request takes its default limit for one. */
function hasDefault(workload: Workload, index: ClusterIndex, bound: Bound, resource: Resource): boolean {
  return objectsIn(index, "LimitRange", namespaceOf(workload)).some(({ object }) =>
    recordsOf(recordOf(object.spec).limits).some(({ entry }) => {
      if (entry.type !== "Container") return false;
      const limit = recordOf(entry.default)[resource];
      const request = recordOf(entry.defaultRequest)[resource];
      return isAmount(bound === "limits" ? limit : (request ?? limit));
    }),
  );
}

function isAmount(value: unknown): boolean {
  if (typeof value === "number") return value > 0;
  return typeof value === "string" && value.trim() !== "" && !/^0+(\.0+)?[a-zA-Z]*$/.test(value.trim());
}
