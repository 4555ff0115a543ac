import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { type Program, workloadsRunning } from "./running-program.ts";

/** Prometheus, and what stores and queries like it. */
export const PROMETHEUS_LIKE: readonly Program[] = [
  { name: "Prometheus", image: /(^|\/)(prometheus|prometheus-operator|prom-operator)$/ },
  { name: "VictoriaMetrics", image: /(^|\/)(victoria-metrics|vmagent|vmsingle|vminsert|vmstorage)$/ },
  { name: "Thanos or Mimir", image: /(^|\/)(thanos|mimir)$/ },
];

/** Agents of services that bring the metrics of nodes and objects, and keep rules and alerts on their own side. */
export const MONITORING_SERVICES: readonly Program[] = [
  { name: "Datadog", image: /(^|\/)datadog-agent$|datadog\/agent$|datadoghq\/agent$/ },
  { name: "Dynatrace", image: /(^|\/)(dynatrace-operator|oneagent|dynatrace-oneagent)$/ },
  { name: "New Relic", image: /newrelic\/[\w-]+$|(^|\/)newrelic-infrastructure$/ },
  { name: "Google Cloud metrics", image: /(^|\/)(gke-metrics-agent|prometheus-engine\/[\w-]+|gmp-operator)$/ },
  { name: "Azure Monitor", image: /(^|\/)(ciprod|ama-metrics[\w-]*|prometheus-collector\/[\w/-]+)$/ },
  { name: "CloudWatch", image: /(^|\/)cloudwatch-agent[\w-]*$/ },
  { name: "Sysdig", image: /sysdig\/agent(-slim)?$/ },
  { name: "Splunk", image: /(^|\/)splunk-otel-collector$/ },
  { name: "Elastic", image: /(^|\/)(elastic-agent|metricbeat)$/ },
  {
    name: "Netdata, Zabbix or Checkmk",
    image: /(^|\/)(netdata|zabbix-agent2?|zabbix-proxy[\w-]*|kubernetes-collector)$/,
  },
];

/** Collectors that send to anywhere: what they measure is a matter of their configuration. */
export const OPEN_COLLECTORS: readonly Program[] = [
  { name: "Grafana Alloy or Agent", image: /grafana\/(alloy|agent|agent-operator)$/ },
  { name: "OpenTelemetry Collector", image: /(^|\/)(opentelemetry-collector[\w-]*|otelcol[\w-]*|aws-otel-collector)$/ },
];

/** The agent of a monitoring service that runs in the cluster, by name; undefined when none is seen. */
export function monitoringServiceOf(index: ClusterIndex): string | undefined {
  return workloadsRunning(index, MONITORING_SERVICES)[0]?.program;
}

/** A collector that may send metrics anywhere, by name; undefined when none is seen. */
export function openCollectorOf(index: ClusterIndex): string | undefined {
  return workloadsRunning(index, OPEN_COLLECTORS)[0]?.program;
}
