import { check, notAssessable, PASS } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { namespaceOf, objectNamed } from "../reading/namespaced.ts";

const BUILT_IN = new Set(["Deployment", "StatefulSet", "ReplicaSet", "ReplicationController", "DeploymentConfig"]);

/** Judges that the target of an autoscaler exists in its namespace. */
export const hpaTargetNotFound = check({
  id: "hpa-target-not-found",
  title: "Autoscaler targets a workload that is not there",
  severity: "medium",
  layer: "cluster",
  dimension: "scalability",
  concern: null,
  references: [],
  why: "The autoscaler watches nothing, and the workload that it was written for does not scale. Nobody notices until load comes, for the autoscaler is there and looks like the answer.",
  seeByHand: "kubectl get hpa -A; kubectl -n shop describe hpa web",
  fix: "Point scaleTargetRef at the kind and name that exist, in the autoscaler's own namespace, or delete it with the workload that it outlived.",
  before: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: webshop }
  maxReplicas: 12
`,
  after: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  maxReplicas: 12
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }] }
`,
  of: "object",
  kinds: ["HorizontalPodAutoscaler", "ScaledObject"],
  look: ({ object }, index) => {
    const target = recordOf(recordOf(object.spec).scaleTargetRef);
    const kind = String(target.kind ?? "Deployment");
    const name = String(target.name ?? "");
    if (objectNamed(index, kind, namespaceOf(object), name)) return PASS;
    if (index.live && !BUILT_IN.has(kind) && index.ofKind(kind).length === 0)
      return notAssessable(`the snapshot holds no object of kind ${kind}, so the target may not have been collected`);
    return [
      {
        field: "spec.scaleTargetRef.name",
        message: `there is no ${kind} "${name}" in namespace "${namespaceOf(object)}"`,
      },
    ];
  },
});
