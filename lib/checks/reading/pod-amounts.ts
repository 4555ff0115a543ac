import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import type { Bound, Resource } from "./compute-resource.ts";
import { recordOf, recordsOf } from "./entries.ts";
import { parseQuantity } from "./quantity.ts";

type Fields = Record<string, unknown>;

/**
 * What a whole pod asks for or is limited to, in cores or bytes, as the scheduler counts it: the larger of what its
 * containers take together and of what starting up takes, sidecars counted from where they start, plus the overhead of its
 * runtime class. What is set for the pod as a whole (spec.resources) wins.
 */
export function podAmount(pod: KubernetesObject, bound: Bound, resource: Resource): number {
  const spec = recordOf(pod.spec);
  const overhead = amountIn(spec.overhead, resource) ?? 0;
  const whole = amountIn(recordOf(spec.resources)[bound], resource);
  if (whole !== null) return whole + overhead;
  let sidecars = 0;
  let starting = 0;
  for (const { entry } of recordsOf(spec.initContainers)) {
    const amount = amountOf(entry, bound, resource);
    if (entry.restartPolicy === "Always") sidecars += amount;
    starting = Math.max(starting, entry.restartPolicy === "Always" ? sidecars : sidecars + amount);
  }
  const running = recordsOf(spec.containers).reduce((sum, { entry }) => sum + amountOf(entry, bound, resource), 0);
  return Math.max(running + sidecars, starting) + overhead;
}

/** A request that is not set is the limit, by the API server's default. */
function amountOf(container: Fields, bound: Bound, resource: Resource): number {
  const { requests, limits } = recordOf(container.resources);
  if (bound === "limits") return amountIn(limits, resource) ?? 0;
  return amountIn(requests, resource) ?? amountIn(limits, resource) ?? 0;
}

function amountIn(list: unknown, resource: Resource): number | null {
  const amount = parseQuantity(recordOf(list)[resource]);
  return amount === null || amount < 0 ? null : amount;
}
