import { check, NOT_APPLICABLE, notAssessable, PASS } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { hpaCondition } from "../reading/hpa-conditions.ts";
import { sayOnceOfKind } from "../reading/say-once.ts";

/**
 * Judges whether a HorizontalPodAutoscaler wants more pods than its maxReplicas: by its condition ScalingLimited, or by its
 * counts where it has none. One whose least and most are the same number is not meant to scale.
 */
export const hpaAtMaxReplicas = check({
  id: "hpa-at-max-replicas",
  title: "Autoscaler has reached its highest number",
  severity: "medium",
  layer: "cluster",
  dimension: "scalability",
  concern: null,
  references: [],
  why: "The load already asks for more pods than the autoscaler may make. From here on every further request makes all of them slower, and the pods that fall over make it worse for the rest.",
  seeByHand: "kubectl get hpa -A",
  fix: "Find out whether this is the peak or the new normal. Raise maxReplicas to what databases, connections and nodes behind it can bear, and see that the nodes (or their autoscaler, or a quota) have room for it. When more pods do not help, the bottleneck is elsewhere: look there before the number grows.",
  before: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec: { minReplicas: 2, maxReplicas: 6, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web } }
status:
  currentReplicas: 6
  desiredReplicas: 6
  conditions: [{ type: ScalingLimited, status: "True", reason: TooManyReplicas }]
`,
  after: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec: { minReplicas: 2, maxReplicas: 12, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web } }
status:
  currentReplicas: 7
  desiredReplicas: 7
  conditions: [{ type: ScalingLimited, status: "False", reason: DesiredWithinRange }]
`,
  of: "object",
  kinds: ["HorizontalPodAutoscaler"],
  look: (located, index) => {
    const { maxReplicas: most, minReplicas } = recordOf(located.object.spec);
    const { currentReplicas, desiredReplicas } = recordOf(located.object.status);
    const limited = hpaCondition(located.object, "ScalingLimited");
    const current = typeof currentReplicas === "number" ? currentReplicas : undefined;
    if (!limited && current === undefined) {
      if (index.live && located.object.status !== undefined)
        return notAssessable("the autoscaler does not say how it goes");
      return sayOnceOfKind(located, index, "manifests do not show how autoscalers go: scan the running cluster");
    }
    if (most !== undefined && most === (minReplicas ?? 1)) return NOT_APPLICABLE;
    if (limited) {
      const isAtMost = limited.status === "True" && limited.reason === "TooManyReplicas";
      return isAtMost ? [{ field: "spec.maxReplicas", message: `it wants more pods than its ${most}` }] : PASS;
    }
    const wanted = typeof desiredReplicas === "number" ? desiredReplicas : (current ?? 0);
    if (typeof most !== "number" || (current ?? 0) < most || wanted < most) return PASS;
    return [{ field: "spec.maxReplicas", message: `it runs ${current} pods, as many as it may` }];
  },
});
