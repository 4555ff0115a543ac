import { check, NOT_APPLICABLE, PASS } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { hasOwner } from "../reading/owner.ts";
import { isMirrorPod } from "../reading/pod-template.ts";

/**
 * Judges metadata.ownerReferences of a Pod. Allowed: any owner, also the resource of an operator. Pods that a kubelet
 * runs from files, tests of a Helm chart and pods that have ended well are left out.
 */
export const nakedPod = check({
  id: "naked-pod",
  title: "Pod has no controller",
  severity: "medium",
  layer: "container",
  dimension: "applications",
  concern: null,
  references: [],
  why: "Nobody brings this pod back. When its node is patched, fails or runs out of memory, it is gone, and with it what it did; a drain stops at it, or deletes it for good. Often somebody started it by hand to try something, with rights and an image that no review has seen.",
  seeByHand: `kubectl get pods -A -o json | jq -r '.items[] | select(.metadata.ownerReferences == null) | .metadata.namespace + "/" + .metadata.name'`,
  fix: "Put the same pod template into a Deployment, a StatefulSet, or a Job when it is meant to end, and delete the pod. What was left over from debugging (kubectl run, kubectl debug node) can go at once; ask whoever made it.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }] }
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }]
`,
  of: "workload",
  look: (workload) => {
    const { object, ref } = workload;
    if (ref.kind !== "Pod" || isMirrorPod(workload)) return NOT_APPLICABLE;
    if (hasOwner(object)) return PASS;
    const isTest = recordOf(object.metadata.annotations)["helm.sh/hook"] !== undefined;
    if (isTest || recordOf(object.status).phase === "Succeeded") return NOT_APPLICABLE;
    return [{ field: "metadata", message: "no controller owns the pod, so nothing brings it back" }];
  },
});
