import { check, type Fault, notAssessable, PASS } from "../check.ts";
import { monitoringServiceOf, openCollectorOf } from "../reading/monitoring-agents.ts";
import { absenceOf } from "../reading/presence.ts";
import { type Program, workloadsRunning } from "../reading/running-program.ts";

const OBJECTS: readonly Program[] = [
  { name: "kube-state-metrics", image: /(^|\/)kube-state-metrics[\w-]*$/ },
  { name: "OpenShift state metrics", image: /(^|\/)openshift-state-metrics$/ },
];
const NODES: readonly Program[] = [
  { name: "node-exporter", image: /(^|\/)(node-exporter|node_exporter|prometheus-node-exporter)$/ },
  { name: "windows-exporter", image: /(^|\/)windows-exporter$/ },
];

/**
 * Judges whether the state of objects (kube-state-metrics) and the state of machines (node-exporter) are measured. The
 * agents of monitoring services bring both; what an open collector brings stands in its configuration.
 */
export const kubeStateMetricsOrNodeExporterMissing = check({
  id: "kube-state-metrics-or-node-exporter-missing",
  title: "State of objects or nodes is not measured",
  severity: "low",
  layer: "cluster",
  dimension: "monitoring-health",
  concern: null,
  references: [],
  why: "Without the first, no rule can ask whether replicas are missing, jobs fail or volumes stay pending; without the second, none sees a disk fill or memory leak away on a machine. The usual dashboards and alerts stay empty, and an empty graph looks like a quiet night.",
  seeByHand: "kubectl get deploy,ds -A | grep -Ei 'kube-state-metrics|node-exporter'",
  fix: "Install both with kube-prometheus-stack, which brings the rules that use them, or each chart alone. Let node-exporter tolerate every taint. Both are read by Prometheus only; close them for everybody else with a network policy, for they tell much about the cluster.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: kube-state-metrics, namespace: monitoring }
spec: { selector: { matchLabels: { app: ksm } }, template: { metadata: { labels: { app: ksm } }, spec: { containers: [{ name: ksm, image: "registry.k8s.io/kube-state-metrics/kube-state-metrics:v2.17.0" }] } } }
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: kube-state-metrics, namespace: monitoring }
spec: { selector: { matchLabels: { app: ksm } }, template: { metadata: { labels: { app: ksm } }, spec: { containers: [{ name: ksm, image: "registry.k8s.io/kube-state-metrics/kube-state-metrics:v2.17.0" }] } } }
---
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: node-exporter, namespace: monitoring }
spec: { selector: { matchLabels: { app: node } }, template: { metadata: { labels: { app: node } }, spec: { containers: [{ name: node, image: "quay.io/prometheus/node-exporter:v1.10.0" }] } } }
`,
  of: "cluster",
  look: (index) => {
    const missing: Fault[] = [];
    if (workloadsRunning(index, OBJECTS).length === 0)
      missing.push({ field: "", message: "nothing measures the state of objects (no kube-state-metrics)" });
    if (workloadsRunning(index, NODES).length === 0)
      missing.push({ field: "", message: "nothing measures the machines (no node-exporter)" });
    if (missing.length === 0 || monitoringServiceOf(index) !== undefined) return PASS;
    const collector = openCollectorOf(index);
    if (collector)
      return notAssessable(`${collector} runs, and whether it measures objects and nodes is in its configuration`);
    const absence = absenceOf(index, "kube-state-metrics and node-exporter", "");
    return Array.isArray(absence) ? missing : absence;
  },
});
