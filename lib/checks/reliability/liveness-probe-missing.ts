import { check, RUNNING_ROLES } from "../check.ts";
import { judgeProbe } from "../reading/probe.ts";

/** Restricted field: livenessProbe of every container that keeps running. Allowed: one that asks something. */
export const livenessProbeMissing = check({
  id: "liveness-probe-missing",
  title: "Container has no liveness probe",
  severity: "low",
  layer: "container",
  dimension: "monitoring-health",
  concern: null,
  references: ["O22:K01"],
  why: "A process that hangs without ending looks healthy to Kubernetes. It keeps its place, answers nobody, and stays until somebody is woken up to restart it by hand.",
  seeByHand:
    "kubectl get deploy -A -o json | jq -r '.items[] | select(any(.spec.template.spec.containers[]; .livenessProbe == null)) | .metadata.namespace + \"/\" + .metadata.name'",
  fix: "Ask something cheap that only a hung process fails to answer, with a failureThreshold of several tries, and give slow starters a startupProbe. Never ask a database or another service here: when that is down, every pod restarts and makes it worse. A process that ends by itself when it is broken can do without; record that as an exception.",
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
          livenessProbe: { httpGet: { path: /alive, port: 8080 }, periodSeconds: 10, failureThreshold: 6 }
`,
  of: "container",
  roles: RUNNING_ROLES,
  look: (container, _, settings) => judgeProbe(container, "livenessProbe", settings),
});
