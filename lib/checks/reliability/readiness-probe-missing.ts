import { check, RUNNING_ROLES } from "../check.ts";
import { judgeProbe } from "../reading/probe.ts";

/** Restricted field: readinessProbe of every container that keeps running. Allowed: one that asks something. */
export const readinessProbeMissing = check({
  id: "readiness-probe-missing",
  title: "Container has no readiness probe",
  severity: "medium",
  layer: "container",
  dimension: "monitoring-health",
  concern: null,
  references: ["O22:K01"],
  why: "Without it a pod counts as ready the moment its process starts. Users are sent to it while it still loads, and a rollout replaces every good pod by a broken one without noticing, for all of them look ready.",
  seeByHand:
    "kubectl get deploy -A -o json | jq -r '.items[] | select(any(.spec.template.spec.containers[]; .readinessProbe == null)) | .metadata.namespace + \"/\" + .metadata.name'",
  fix: "Ask what tells that this pod can serve now: warmed up, its own connections open. Do not let it fail for all pods at once when a shared dependency is down, or the Service has no endpoint left. Rollouts then take as long as the start takes; that is the price and the point.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
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
      containers:
        - name: web
          image: registry.example/shop/web:1.4.2
          readinessProbe: { httpGet: { path: /ready, port: 8080 }, periodSeconds: 5 }
`,
  of: "container",
  roles: RUNNING_ROLES,
  look: (container, _, settings) => judgeProbe(container, "readinessProbe", settings),
});
