import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { labelSelectorMatches } from "#lib/kubernetes/selectors.ts";
import { recordOf, recordsOf, stringsOf } from "./entries.ts";
import { namespaceOf } from "./namespaced.ts";
import { oncePerIndex } from "./once-per-index.ts";
import { labelsOf, podLabelsOf } from "./pod-template.ts";
import { workloadsBehind, workloadsIn } from "./service-selection.ts";

/** Objects that tell a collector what to scrape: by the labels of Services, or of pods. */
const SERVICE_MONITORS = ["ServiceMonitor", "VMServiceScrape"];
const POD_MONITORS = ["PodMonitor", "VMPodScrape", "PodMonitoring", "ClusterPodMonitoring"];

type Monitor = { namespaces: "all" | readonly string[]; selector: unknown };

/** The Services, and the workloads, whose metrics something is told to fetch. */
type Scraped = { services: ReadonlySet<KubernetesObject>; workloads: ReadonlySet<Workload> };

/** True when the metrics behind a Service are fetched: through it, through another Service of the pods, or from the pods. */
export function isScraped(service: KubernetesObject, index: ClusterIndex): boolean {
  const { services, workloads } = scrapedIn(index, "scraped");
  return services.has(service) || workloadsBehind(service, index).some((workload) => workloads.has(workload));
}

/** True when the snapshot holds an object that tells what to scrape. */
export function hasMonitors(index: ClusterIndex): boolean {
  return [...SERVICE_MONITORS, ...POD_MONITORS].some((kind) => index.ofKind(kind).length > 0);
}

const scrapedIn = oncePerIndex((index: ClusterIndex, _: "scraped"): Scraped => {
  const forServices = monitorsOf(index, SERVICE_MONITORS);
  const forPods = monitorsOf(index, POD_MONITORS);
  const services = index
    .ofKind("Service")
    .map(({ object }) => object)
    .filter(
      (service) =>
        isAnnotated(service.metadata.annotations) ||
        forServices(namespaceOf(service)).some(({ selector }) =>
          labelSelectorMatches(selector ?? {}, labelsOf(service.metadata.labels)),
        ),
    );
  const byPods = index.namespaces
    .concat("default")
    .flatMap((namespace) =>
      workloadsIn(index, namespace).filter(
        (workload) =>
          isAnnotated(workload.podMetadata.annotations) ||
          forPods(namespace).some(({ selector }) => labelSelectorMatches(selector ?? {}, podLabelsOf(workload))),
      ),
    );
  const behind = services.flatMap((service) => workloadsBehind(service, index));
  return { services: new Set(services), workloads: new Set([...byPods, ...behind]) };
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
