import { check, type Fault, NOT_APPLICABLE } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { isOwnedBy } from "../reading/owner.ts";

const DEFAULT_LEAST = 1;

/**
 * Restricted fields: spec.minReplicas (1 unless set) and spec.maxReplicas of a HorizontalPodAutoscaler. Allowed: as
 * many as the cluster asks of what serves (2 unless told otherwise) and more, or 0, which is on purpose; and a most above the least. What KEDA writes is judged by KEDA's own object.
 */
export const hpaReplicaRange = check({
  id: "hpa-replica-range",
  title: "Autoscaler may go down to one pod, or cannot move",
  severity: "low",
  layer: "cluster",
  dimension: "scalability",
  concern: null,
  references: [],
  why: "At quiet hours one pod is left, and an upgrade of its node or a crash is an outage, each night anew. Where the least and the most are the same number, nothing scales at all, although everybody thinks so.",
  seeByHand: "kubectl get hpa -A",
  fix: "Set minReplicas to what survives the loss of one node or zone: two at least, three where a quorum counts. Set maxReplicas well above, as far as the database behind bears it. The floor costs its pods around the clock; for what nobody needs at night, scale to zero on purpose.",
  before: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  minReplicas: 1
  maxReplicas: 10
`,
  after: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  minReplicas: 2
  maxReplicas: 10
`,
  of: "object",
  kinds: ["HorizontalPodAutoscaler"],
  look: ({ object }, _, { minReplicas: fewest }) => {
    if (isOwnedBy(object, "ScaledObject")) return NOT_APPLICABLE;
    const { minReplicas, maxReplicas } = recordOf(object.spec);
    const least = typeof minReplicas === "number" ? minReplicas : DEFAULT_LEAST;
    const faults: Fault[] = [];
    // Nothing at all is a decision: it needs a metric that comes from elsewhere.
    if (least > 0 && least < fewest) {
      const seen = typeof minReplicas === "number" ? `minReplicas is ${least}` : "minReplicas is not set, which is 1";
      faults.push({
        field: "spec.minReplicas",
        message: `${seen}, so there may be ${least === 1 ? "a single pod" : `${least} pods of at least ${fewest}`}`,
      });
    }
    if (typeof maxReplicas === "number" && maxReplicas <= least && maxReplicas > 0)
      faults.push({
        field: "spec.maxReplicas",
        message: `it may not go beyond ${maxReplicas}, and not below ${least}`,
      });
    return faults;
  },
});
