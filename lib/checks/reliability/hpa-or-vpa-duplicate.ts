import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { check, NOT_APPLICABLE } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { namespaceOf } from "../reading/namespaced.ts";
import { isOwnedBy } from "../reading/owner.ts";
import { autoscalersOf } from "../reading/replica-floor.ts";
import { verticalFaults } from "../reading/vertical-autoscaler.ts";

/**
 * Judges HorizontalPodAutoscalers, ScaledObjects of KEDA and VerticalPodAutoscalers. Allowed: one for the number of
 * pods and one for their size in a namespace, the latter with a target that is there, bounds that leave room, and no
 * resource that the former looks at while it acts.
 */
export const hpaOrVpaDuplicate = check({
  id: "hpa-or-vpa-duplicate",
  title: "Two autoscalers pull at one workload, or one is broken",
  severity: "medium",
  layer: "cluster",
  dimension: "scalability",
  concern: null,
  references: [],
  why: "Two autoscalers of one workload undo each other's work: the number of pods swings, and each swing ends pods that were serving. One that changes the size of pods by CPU while another changes their number by CPU does the same more slowly. One without a target does nothing and looks as if it did.",
  seeByHand: "kubectl get hpa -A; kubectl get vpa -A; kubectl get scaledobjects -A",
  fix: "Keep one autoscaler for the number, with all metrics in it (it takes the highest answer), and delete the others. Let a VerticalPodAutoscaler of the same workload run in mode Off for its recommendations, or restrict it by controlledResources to what the other does not look at. Delete what outlived its workload.",
  before: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web-cpu, namespace: shop }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, minReplicas: 2, maxReplicas: 10 }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web-queue, namespace: shop }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, minReplicas: 2, maxReplicas: 10 }
`,
  after: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web-cpu, namespace: shop }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, minReplicas: 2, maxReplicas: 10 }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web-queue, namespace: shop }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: worker }, minReplicas: 2, maxReplicas: 10 }
`,
  of: "object",
  kinds: ["HorizontalPodAutoscaler", "ScaledObject", "VerticalPodAutoscaler"],
  look: ({ object }, index) => {
    if (isOwnedBy(object, "ScaledObject")) return NOT_APPLICABLE;
    if (object.kind === "VerticalPodAutoscaler") return verticalFaults(object, index);
    const { kind, name } = recordOf(recordOf(object.spec).scaleTargetRef);
    if (typeof name !== "string" || name === "") return NOT_APPLICABLE;
    const target = typeof kind === "string" ? kind : "Deployment";
    const others = autoscalersOf(index, target, namespaceOf(object), name)
      .map((autoscaler) => autoscaler.object.object)
      .filter((other) => !isSame(other, object) && !isOwnedBy(other, "ScaledObject"));
    return others.slice(0, 1).map((other) => ({
      field: "spec.scaleTargetRef",
      message: `${target} "${name}" is also scaled by ${other.kind} "${other.metadata.name}"`,
    }));
  },
});

/** The same object twice, in two folders of manifests, is one. */
function isSame(one: KubernetesObject, other: KubernetesObject): boolean {
  return one.kind === other.kind && one.metadata.name === other.metadata.name;
}
