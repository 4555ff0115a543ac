import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { check, NOT_APPLICABLE, notAssessable, PASS } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { hasMonitors, isScraped, metricsPortOf } from "../reading/metrics-scraping.ts";
import { monitoringServiceOf, openCollectorOf } from "../reading/monitoring-agents.ts";
import { oncePerIndex } from "../reading/once-per-index.ts";
import { isWholeCluster } from "../reading/presence.ts";

/**
 * Judges whether the metrics of each Service that has a port for them are fetched: by a ServiceMonitor or PodMonitor (or
 * their like of VictoriaMetrics and Google), or by the annotation prometheus.io/scrape on it or its pods. The port is told
 * by its name. An annotation that says false says it on purpose.
 */
export const serviceNotScraped = check({
  id: "service-not-scraped",
  title: "Service offers metrics that nothing fetches",
  severity: "low",
  layer: "cluster",
  dimension: "monitoring-health",
  concern: null,
  references: [],
  why: "The application says how it does, and nobody listens. Its alerts and graphs stay empty, which looks like calm; after the outage there is nothing to look back at.",
  seeByHand: "kubectl get svc -A | grep -i metrics; kubectl get servicemonitors,podmonitors -A",
  fix: "Add a ServiceMonitor that selects the Service's labels and names its port; most charts have a switch for it (serviceMonitor.enabled). Prometheus must also select the monitor, by label and by namespace. Fetch only what is looked at, for each series costs memory, and close the port for everybody else with a network policy.",
  before: `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop, labels: { app: web } }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }, { name: metrics, port: 9090 }] }
`,
  after: `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop, labels: { app: web } }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }, { name: metrics, port: 9090 }] }
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, endpoints: [{ port: metrics }] }
`,
  of: "object",
  kinds: ["Service"],
  look: (located, index) => {
    const { object } = located;
    const port = metricsPortOf(object);
    if (!port || recordOf(object.metadata.annotations)["prometheus.io/scrape"] === "false") return NOT_APPLICABLE;
    if (isScraped(object, index)) return PASS;
    const unseen = whyUndecided(index);
    if (unseen !== null) return firstWithMetrics(index, "Service") === located ? notAssessable(unseen) : NOT_APPLICABLE;
    return [{ field: port.field, message: `port "${port.name}" serves metrics, and nothing is told to fetch them` }];
  },
});

function whyUndecided(index: ClusterIndex): string | null {
  if (!isWholeCluster(index)) return "whether something else in the cluster fetches the metrics is not in the snapshot";
  const other = monitoringServiceOf(index) ?? openCollectorOf(index);
  if (other) return `${other} runs, and what it fetches stands in its configuration`;
  const knowsMonitors = index
    .ofKind("CustomResourceDefinition")
    .some(({ object }) => object.metadata.name === "servicemonitors.monitoring.coreos.com");
  return knowsMonitors && !hasMonitors(index) ? "the ServiceMonitors of the cluster were not collected" : null;
}

/** The first Service that has a port for metrics: there it is said why nothing can be decided. */
const firstWithMetrics = oncePerIndex((index: ClusterIndex, _: "Service") =>
  index.ofKind("Service").find(({ object }) => metricsPortOf(object)),
);
