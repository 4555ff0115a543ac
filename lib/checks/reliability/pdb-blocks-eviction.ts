import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { check, type Fault } from "../check.ts";
import { workloadsUnder } from "../reading/disruption-budget.ts";
import { recordOf } from "../reading/entries.ts";
import { countOf, parseIntOrPercent } from "../reading/int-or-percent.ts";
import { replicaFloor } from "../reading/replica-floor.ts";

/**
 * Restricted fields: spec.maxUnavailable and spec.minAvailable of a PodDisruptionBudget. Allowed: what leaves room for one
 * eviction at the number of replicas that the selected workloads keep (the floor of an autoscaler, else their replicas).
 * Shares are rounded up, as the controller does. On a cluster the controller's own count is read as well.
 */
export const pdbBlocksEviction = check({
  id: "pdb-blocks-eviction",
  title: "Disruption budget never allows an eviction",
  severity: "medium",
  layer: "cluster",
  dimension: "disaster-recovery",
  concern: null,
  references: [],
  why: "A budget that never lets a pod go does not protect it, it blocks the node. Drains hang, node upgrades stop half-way, the autoscaler cannot shrink, and in the end somebody deletes the pod by force in the worst moment.",
  seeByHand: "kubectl get pdb -A # ALLOWED DISRUPTIONS is 0",
  fix: "Allow one: maxUnavailable: 1, and at least two replicas. Where there can only be one replica, delete the budget and plan its restart, or accept the short outage. Percent is safer than a number that somebody scales past.",
  before: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: shop }
spec: { maxUnavailable: 0, selector: { matchLabels: { app: web } } }
`,
  after: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: shop }
spec: { maxUnavailable: 1, selector: { matchLabels: { app: web } } }
`,
  of: "object",
  kinds: ["PodDisruptionBudget"],
  look: ({ object }, index) => {
    const faults = [...maxUnavailableFaults(object), ...minAvailableFaults(object, index)];
    if (faults.length > 0) return faults;
    const { expectedPods, desiredHealthy } = recordOf(object.status);
    if (typeof expectedPods !== "number" || typeof desiredHealthy !== "number") return [];
    if (expectedPods === 0 || desiredHealthy < expectedPods) return [];
    return [
      {
        field: "status.desiredHealthy",
        message: `it wants ${desiredHealthy} healthy pods of the ${expectedPods} that there are, so none may be evicted`,
      },
    ];
  },
});

function maxUnavailableFaults(budget: KubernetesObject): Fault[] {
  const { maxUnavailable } = recordOf(budget.spec);
  const allowed = parseIntOrPercent(maxUnavailable);
  if (!allowed || countOf(allowed, 100) > 0) return [];
  return [
    { field: "spec.maxUnavailable", message: `maxUnavailable is ${maxUnavailable}, so no pod may ever be evicted` },
  ];
}

function minAvailableFaults(budget: KubernetesObject, index: ClusterIndex): Fault[] {
  const { minAvailable } = recordOf(budget.spec);
  const wanted = parseIntOrPercent(minAvailable);
  if (!wanted) return [];
  const field = "spec.minAvailable";
  if ("percent" in wanted && wanted.percent >= 100)
    return [{ field, message: `minAvailable is ${minAvailable}, so no pod may ever be evicted` }];
  const floors = workloadsUnder(budget, index).map((workload) => replicaFloor(workload, index));
  if (floors.length === 0 || floors.some((floor) => floor === null)) return [];
  const replicas = floors.reduce<number>((sum, floor) => sum + (floor ?? 0), 0);
  if (replicas === 0 || countOf(wanted, replicas) < replicas) return [];
  return [
    {
      field,
      message: `minAvailable is ${minAvailable}, but only ${replicas} replica${replicas === 1 ? " is" : "s are"} kept, so none may be evicted`,
    },
  ];
}
