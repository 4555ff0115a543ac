import { check, NOT_APPLICABLE, PASS } from "../check.ts";
import { recordOf, recordsOf } from "../reading/entries.ts";
import { autoscalerOf, isReplicated } from "../reading/replica-floor.ts";
import { sayOnceOfWorkload } from "../reading/say-once.ts";

/**
 * Judges spec.replicas of what an autoscaler targets. In manifests: not set. On a running cluster the field is always
 * there, so its owners count: none but the scale subresource, by which autoscalers write.
 */
export const hpaConflictsWithReplicas = check({
  id: "hpa-conflicts-with-replicas",
  title: "Manifest sets the number that an autoscaler keeps",
  severity: "low",
  layer: "cluster",
  dimension: "scalability",
  concern: null,
  references: [],
  why: "Two masters write one field. Each deployment sets the number back to what the manifest says: at the busiest hour, eight of ten pods end at once, and the autoscaler needs minutes to bring them back. A GitOps tool that corrects what differs does it without any deployment.",
  seeByHand: `kubectl -n shop get deploy web -o json --show-managed-fields | jq -r '.metadata.managedFields[] | select(.fieldsV1["f:spec"]["f:replicas"]) | .manager + " " + (.subresource // "")'`,
  fix: "Take spec.replicas out of the manifest of what is scaled. With kubectl apply, first let go of the field (kubectl apply edit-last-applied, or server-side apply), else its removal sets one replica for a moment. In Argo CD ignore /spec/replicas; in a chart render it only when autoscaling is off.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 2
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }]
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  minReplicas: 2
  maxReplicas: 10
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
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  minReplicas: 2
  maxReplicas: 10
`,
  of: "workload",
  look: (workload, index) => {
    if (!isReplicated(workload) || !autoscalerOf(workload, index)) return NOT_APPLICABLE;
    const { replicas } = recordOf(workload.object.spec);
    if (typeof replicas !== "number") return PASS;
    const said = `an autoscaler keeps the number of its pods, and`;
    if (!index.live) return [{ field: "spec.replicas", message: `${said} the manifest sets it to ${replicas}` }];
    const managers = recordsOf(workload.object.metadata.managedFields).map(({ entry }) => entry);
    if (!managers.some(({ fieldsV1 }) => Object.keys(recordOf(fieldsV1)).length > 0))
      return sayOnceOfWorkload(
        workload,
        index,
        "a running cluster shows a number for every workload, and the snapshot does not tell who wrote it: collect with --show-managed-fields, or scan the manifests",
      );
    const other = managers.find(writesReplicas);
    return other ? [{ field: "spec.replicas", message: `${said} ${other.manager} sets it to ${replicas}` }] : PASS;
  },
});

function writesReplicas({ fieldsV1, subresource }: Record<string, unknown>): boolean {
  if (subresource === "scale" || subresource === "status") return false;
  return recordOf(recordOf(fieldsV1)["f:spec"])["f:replicas"] !== undefined;
}
