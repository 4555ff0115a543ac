import { check, NOT_APPLICABLE, PASS } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { servicesBefore } from "../reading/service-selection.ts";

const ROLLING = new Set(["RollingUpdate", "Rolling"]);

/**
 * Restricted field: spec.strategy.type of a Deployment or DeploymentConfig. Allowed: RollingUpdate (Rolling), which is
 * also what Kubernetes takes when nothing is said.
 */
export const rollingUpdateMissing = check({
  id: "rolling-update-missing",
  title: "Workload is not updated step by step",
  severity: "low",
  layer: "container",
  dimension: "ci-cd",
  concern: null,
  references: [],
  why: "With Recreate every release is an outage: all pods end before the first new one starts, and when the new one does not start there is nothing left to go back to. Teams then release seldom, at night, and much at once.",
  seeByHand:
    "kubectl get deploy -A -o custom-columns=NS:.metadata.namespace,NAME:.metadata.name,STRATEGY:.spec.strategy.type",
  fix: "Set strategy.type to RollingUpdate with maxUnavailable 0 or 1 and a readiness probe that tells the truth. Two versions then run side by side for a moment, so changes to the database have to bear both. A volume that one node alone may mount is the usual reason for Recreate: then it is a StatefulSet, or an exception.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  strategy: { type: Recreate }
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }] }
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  strategy: { type: RollingUpdate, rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } }
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }] }
`,
  of: "workload",
  look: (workload, index) => {
    const { kind } = workload.object;
    if (kind !== "Deployment" && kind !== "DeploymentConfig") return NOT_APPLICABLE;
    const { type } = recordOf(recordOf(workload.object.spec).strategy);
    if (type === undefined || type === null || ROLLING.has(String(type))) return PASS;
    const services = servicesBefore(workload, index).map(({ object }) => `"${object.metadata.name}"`);
    const without = services.length > 0 ? `, and Service ${services.join(", ")} has no pod meanwhile` : "";
    return [
      { field: "spec.strategy.type", message: `the strategy ${type} ends all pods before new ones start${without}` },
    ];
  },
});
