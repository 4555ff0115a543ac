import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { labelSelectorMatches } from "#lib/kubernetes/selectors.ts";
import { recordOf, recordsOf, stringsOf } from "./entries.ts";
import { namespaceOf } from "./namespaced.ts";
import { oncePerIndex } from "./once-per-index.ts";
import { labelsOf, podLabelsOf } from "./pod-template.ts";

/** Objects that tell a collector what to scrape: by the labels of Services, or of pods. */
const SERVICE_MONITORS = ["ServiceMonitor", "VMServiceScrape"];
const POD_MONITORS = ["PodMonitor", "VMPodScrape", "PodMonitoring", "ClusterPodMonitoring"];

type Monitor = { namespaces: "all" | readonly string[]; selector: unknown };

/** True when the metrics behind a Service are fetched: through it, through another Service of the pods, or from the pods. */
export function isScraped(service: KubernetesObject, index: ClusterIndex): boolean {
  return scrapedServices(index, "scraped").has(service);
}

/** True when the snapshot holds an object that tells what to scrape. */
export function hasMonitors(index: ClusterIndex): boolean {
  return [...SERVICE_MONITORS, ...POD_MONITORS].some((kind) => index.ofKind(kind).length > 0);
}

const scrapedServices = oncePerIndex((index: ClusterIndex, _: "scraped"): ReadonlySet<KubernetesObject> => {
  const forServices = monitorsOf(index, SERVICE_MONITORS);
  const forPods = monitorsOf(index, POD_MONITORS);
  const scraped = new Set<KubernetesObject>();
  for (const { object } of index.ofKind("Service")) {
    const labels = labelsOf(object.metadata.labels);
    const isChosen = forServices(namespaceOf(object)).some(({ selector }) =>
      labelSelectorMatches(selector ?? {}, labels),
    );
    if (isChosen || isAnnotated(object.metadata.annotations)) scraped.add(object);
  }
  for (const workload of index.workloads) {
    const services = index.servicesOf(workload).map(({ object }) => object);
    if (services.length === 0) continue;
    const labels = podLabelsOf(workload);
    const isChosen =
      services.some((service) => scraped.has(service)) ||
      isAnnotated(workload.podMetadata.annotations) ||
      forPods(namespaceOf(workload)).some(({ selector }) => labelSelectorMatches(selector ?? {}, labels));
    if (isChosen) for (const service of services) scraped.add(service);
  }
  return scraped;
});

/** The monitors that look into a namespace. */
function monitorsOf(index: ClusterIndex, kinds: readonly string[]): (namespace: string) => readonly Monitor[] {
  const monitors = kinds.flatMap((kind) => index.ofKind(kind)).map(({ object }) => toMonitor(object));
  const everywhere = monitors.filter(({ namespaces }) => namespaces === "all");
  const named = Map.groupBy(
    monitors.flatMap((monitor) =>
      monitor.namespaces === "all" ? [] : monitor.namespaces.map((name) => ({ name, monitor })),
    ),
    ({ name }) => name,
  );
  return (namespace) => [...everywhere, ...(named.get(namespace) ?? []).map(({ monitor }) => monitor)];
}

function toMonitor(object: KubernetesObject): Monitor {
  const { selector, namespaceSelector } = recordOf(object.spec);
  const { any, matchNames } = recordOf(namespaceSelector);
  if (any === true || object.kind === "ClusterPodMonitoring") return { namespaces: "all", selector };
  const names = stringsOf(matchNames);
  return { namespaces: names.length > 0 ? names : [namespaceOf(object)], selector };
}

/** Annotations that Prometheus' usual configuration and the agents of services go by. */
function isAnnotated(annotations: unknown): boolean {
  return Object.entries(recordOf(annotations)).some(
    ([key, value]) =>
      (/^prometheus\.io\/(scrape|probe)$/.test(key) && value === "true") ||
      (/^k8s\.grafana\.com\/scrape$/.test(key) && value === "true") ||
      /^ad\.datadoghq\.com\/[\w.-]+\.(checks|check_names)$/.test(key),
  );
}

/** The port of a Service that serves metrics by its name, with where it stands; undefined when none does. */
export function metricsPortOf({ spec }: KubernetesObject): { name: string; field: string } | undefined {
  for (const { entry, at } of recordsOf(recordOf(spec).ports))
    for (const name of [entry.name, entry.targetPort])
      if (typeof name === "string" && /(^|-)(metrics?|prometheus|prom|monitoring|telemetry)(-|$)/i.test(name))
        return { name, field: `spec.ports[${at}].${name === entry.name ? "name" : "targetPort"}` };
  return undefined;
}
