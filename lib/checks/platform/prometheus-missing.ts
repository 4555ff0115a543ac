import { check } from "../check.ts";
import { MONITORING_SERVICES, OPEN_COLLECTORS, PROMETHEUS_LIKE } from "../reading/monitoring-agents.ts";
import { presenceOf } from "../reading/presence.ts";
import type { Program } from "../reading/running-program.ts";

const METRICS: readonly Program[] = [...PROMETHEUS_LIKE, ...MONITORING_SERVICES, ...OPEN_COLLECTORS];

/** Judges whether something collects and keeps metrics: Prometheus and what speaks like it, or the agent of a service. */
export const prometheusMissing = check({
  id: "prometheus-missing",
  title: "Nothing collects metrics",
  severity: "medium",
  layer: "cluster",
  dimension: "monitoring-health",
  concern: null,
  references: [],
  why: "Without metrics over time nobody sees a disk fill, a memory leak or rising errors before users do, nobody can set requests from what is used, and after an incident there is nothing to look back at.",
  seeByHand:
    "kubectl get pods -A -o custom-columns=NS:.metadata.namespace,IMAGE:.spec.containers[*].image | grep -Ei 'prometheus|victoria|otel|datadog'",
  fix: "Install kube-prometheus-stack, or the agent of the service that you pay for anyway, with a handful of alerts that a person acts on: nodes not ready, pods restarting, volumes filling, certificates ending, errors of what users see. Keep two weeks at least, outside the cluster if it matters.",
  before: `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: prometheus, namespace: monitoring }
spec:
  replicas: 0
  selector: { matchLabels: { app: prometheus } }
  template:
    metadata: { labels: { app: prometheus } }
    spec: { containers: [{ name: prometheus, image: "quay.io/prometheus/prometheus:v3.7.0" }] }
`,
  after: `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: prometheus, namespace: monitoring }
spec:
  replicas: 2
  selector: { matchLabels: { app: prometheus } }
  template:
    metadata: { labels: { app: prometheus } }
    spec: { containers: [{ name: prometheus, image: "quay.io/prometheus/prometheus:v3.7.0" }] }
`,
  of: "cluster",
  look: (index) =>
    presenceOf(index, "metrics", METRICS, "no workload collects metrics (no Prometheus, no agent known to this check)"),
});
