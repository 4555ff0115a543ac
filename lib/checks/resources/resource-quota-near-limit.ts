import { check, type Fault, notAssessable } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { parseQuantity } from "../reading/quantity.ts";
import { sayOnceOfKind } from "../reading/say-once.ts";

/** Share of a quota from which it is nearly used up: one more replica, or one more pod of a rollout, may be refused. */
const NEARLY_USED = 0.9;

/** Judges status.used against status.hard of a ResourceQuota, resource by resource. A quota of none forbids on purpose. */
export const resourceQuotaNearLimit = check({
  id: "resource-quota-near-limit",
  title: "Quota of a namespace is nearly used up",
  severity: "medium",
  layer: "cluster",
  dimension: "scalability",
  concern: "quality-of-service",
  references: [],
  why: "What the quota refuses does not appear as a failing pod: the pod is never made. Autoscalers stop, a rolling update waits for the one pod more that it needs, and nothing in the namespace looks broken until the load arrives.",
  seeByHand: "kubectl get resourcequota -A; kubectl describe resourcequota -n shop",
  fix: "Ask what grew. Lower requests that nobody uses, delete what is finished, or raise the quota where the growth is wanted and the nodes have the room; a quota above what the cluster can give protects nobody. Leave room for a rollout and for the autoscaler's highest number, and alert at this share.",
  before: `apiVersion: v1
kind: ResourceQuota
metadata: { name: compute, namespace: shop }
spec: { hard: { requests.cpu: "10" } }
status: { hard: { requests.cpu: "10" }, used: { requests.cpu: 9500m } }
`,
  after: `apiVersion: v1
kind: ResourceQuota
metadata: { name: compute, namespace: shop }
spec: { hard: { requests.cpu: "20" } }
status: { hard: { requests.cpu: "20" }, used: { requests.cpu: 9500m } }
`,
  of: "object",
  kinds: ["ResourceQuota"],
  look: (located, index) => {
    const status = recordOf(located.object.status);
    const hard = Object.entries(recordOf(status.hard));
    if (hard.length === 0) {
      if (index.live && recordOf(located.object.spec).hard !== undefined)
        return notAssessable("the quota does not say how much of it is used");
      return sayOnceOfKind(
        located,
        index,
        "manifests do not show how much of a quota is used: scan the running cluster",
      );
    }
    return hard.flatMap(([resource, limit]): Fault[] => {
      const most = parseQuantity(limit);
      const used = parseQuantity(recordOf(status.used)[resource]);
      if (most === null || used === null || most <= 0 || used / most < NEARLY_USED) return [];
      const message = `${recordOf(status.used)[resource]} of ${limit} ${resource} is used (${Math.floor((100 * used) / most)} %)`;
      return [{ field: `status.used["${resource}"]`, message }];
    });
  },
});
