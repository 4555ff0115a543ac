import { check } from "../check.ts";
import { coverageOf } from "../reading/node-coverage.ts";
import type { Program } from "../reading/running-program.ts";

const COLLECTORS: readonly Program[] = [
  { name: "Fluent Bit", image: /(^|\/)(fluent-bit|aws-for-fluent-bit|fluent-bit-gke[\w-]*)$/ },
  {
    name: "Fluentd",
    image: /(^|\/)(fluentd|fluentd-kubernetes-daemonset|fluentd-elasticsearch|stackdriver-logging-agent)$/,
  },
  { name: "Vector", image: /(timberio|vectordotdev)\/vector$/ },
  { name: "Promtail", image: /(^|\/)promtail$/ },
  { name: "Grafana Alloy or Agent", image: /grafana\/(alloy|agent)$/ },
  { name: "Filebeat or Elastic Agent", image: /(^|\/)(filebeat|elastic-agent)$/ },
  { name: "Logging operator", image: /(^|\/)(logging-operator|syslog-ng-reloader)$/ },
  {
    name: "OpenTelemetry Collector",
    image: /(^|\/)(opentelemetry-collector[\w-]*|otelcol[\w-]*|splunk-otel-collector)$/,
  },
  { name: "Datadog", image: /(^|\/)datadog-agent$|datadog\/agent$|datadoghq\/agent$/ },
  { name: "Dynatrace", image: /(^|\/)(oneagent|dynatrace-oneagent|dynatrace-logmodule)$/ },
  { name: "New Relic", image: /(^|\/)newrelic-fluentbit-output$/ },
  { name: "Azure Monitor", image: /(^|\/)ciprod$/ },
  { name: "Sumo Logic", image: /(^|\/)(sumologic-otel-collector|kubernetes-fluentd)$/ },
];

/** Judges whether a log collector runs, and on a cluster whether its DaemonSet is meant for every node. */
export const logCollectorMissing = check({
  id: "log-collector-missing",
  title: "Logs are not collected from every node",
  severity: "medium",
  layer: "cluster",
  dimension: "monitoring-health",
  concern: null,
  references: ["NSA audit", "O25:K10"],
  why: "Logs live on the node and end with the pod. When a node is replaced, or an intruder deletes the pod that he used, the evidence is gone; what remains is the question why it happened, without an answer.",
  seeByHand: "kubectl get daemonsets -A",
  fix: "Run a collector as a DaemonSet that tolerates every taint, and send the logs out of the cluster to a place where they cannot be changed from inside. Mind what applications write into their logs: personal data travels with it. Decide how long to keep them before the bill does.",
  before: `apiVersion: apps/v1
kind: DaemonSet
metadata: { name: fluent-bit, namespace: logging }
spec:
  selector: { matchLabels: { app: fluent-bit } }
  template:
    metadata: { labels: { app: fluent-bit } }
    spec:
      nodeSelector: { pool: web }
      containers: [{ name: fluent-bit, image: "cr.fluentbit.io/fluent/fluent-bit:4.1.0" }]
status: { desiredNumberScheduled: 2 }
---
apiVersion: v1
kind: Node
metadata: { name: worker-1 }
---
apiVersion: v1
kind: Node
metadata: { name: worker-2 }
---
apiVersion: v1
kind: Node
metadata: { name: worker-3 }
`,
  after: `apiVersion: apps/v1
kind: DaemonSet
metadata: { name: fluent-bit, namespace: logging }
spec:
  selector: { matchLabels: { app: fluent-bit } }
  template:
    metadata: { labels: { app: fluent-bit } }
    spec:
      tolerations: [{ operator: Exists }]
      containers: [{ name: fluent-bit, image: "cr.fluentbit.io/fluent/fluent-bit:4.1.0" }]
status: { desiredNumberScheduled: 3 }
---
apiVersion: v1
kind: Node
metadata: { name: worker-1 }
---
apiVersion: v1
kind: Node
metadata: { name: worker-2 }
---
apiVersion: v1
kind: Node
metadata: { name: worker-3 }
`,
  of: "cluster",
  look: (index) =>
    coverageOf(
      index,
      "a log collector",
      COLLECTORS,
      "no workload collects logs (no log collector known to this check)",
    ),
});
