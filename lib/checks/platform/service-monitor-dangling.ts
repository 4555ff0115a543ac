import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject, LocatedObject } from "#lib/kubernetes/object.ts";
import { labelSelectorMatches } from "#lib/kubernetes/selectors.ts";
import { check, type Fault, notAssessable, type Verdict } from "../check.ts";
import { recordOf, recordsOf, stringsOf } from "../reading/entries.ts";
import { isSystemNamespace, namespaceOf } from "../reading/namespaced.ts";
import { oncePerIndex } from "../reading/once-per-index.ts";
import { isWholeCluster } from "../reading/presence.ts";

/**
 * Judges that a ServiceMonitor finds a Service: by labels, in the namespaces that it names (its own when it names none),
 * with a port of the name that an endpoint asks for. Manifests that leave its namespace open are looked at in all of them.
 * Where manifests hold no Service of those namespaces, and of Kubernetes' own ones, it cannot be told.
 */
export const serviceMonitorDangling = check({
  id: "service-monitor-dangling",
  title: "ServiceMonitor finds no Service",
  severity: "medium",
  layer: "cluster",
  dimension: "monitoring-health",
  concern: null,
  references: ["O25:K10"],
  why: "Prometheus scrapes nothing for this monitor, and says nothing about it: a target that is not found is no target that is down. The graphs are empty, the alerts on these metrics never fire, and you learn of the outage from your customers.",
  seeByHand:
    "kubectl get servicemonitors -A -o custom-columns=NS:.metadata.namespace,NAME:.metadata.name,LABELS:.spec.selector.matchLabels; kubectl get services -A --show-labels",
  fix: "Compare spec.selector with the labels of the Service itself, not of its pods, and spec.namespaceSelector with its namespace. The endpoint's port is the name of a port of the Service. Add an alert on absent() for what must always be there, so that the next rename is noticed.",
  before: `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: webb } }, endpoints: [{ port: metrics }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop, labels: { app: web } }
spec: { selector: { app: web }, ports: [{ name: metrics, port: 9090 }] }
`,
  after: `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web, namespace: shop }
spec: { selector: { matchLabels: { app: web } }, endpoints: [{ port: metrics }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop, labels: { app: web } }
spec: { selector: { app: web }, ports: [{ name: metrics, port: 9090 }] }
`,
  of: "object",
  kinds: ["ServiceMonitor"],
  look: ({ object }, index) => {
    const { selector } = recordOf(object.spec);
    const namespaces = namespacesOf(object, index);
    const candidates = servicesOf(namespaces, index, Object.entries(recordOf(recordOf(selector).matchLabels))[0]);
    const found = candidates.filter((service) => labelSelectorMatches(selector ?? {}, service.metadata.labels));
    if (found.length > 0) return missingPorts(object, found);
    const unseen = whyUnseen(namespaces, index);
    if (unseen !== null) return notAssessable(unseen);
    const where =
      namespaces === "any" ? "any namespace" : `namespace ${namespaces.map((name) => `"${name}"`).join(", ")}`;
    return [{ field: "spec.selector", message: `no Service in ${where} has the labels that it selects`.slice(0, 390) }];
  },
});

type Namespaces = "any" | readonly string[];

function namespacesOf({ metadata, spec }: KubernetesObject, index: ClusterIndex): Namespaces {
  const { any, matchNames } = recordOf(recordOf(spec).namespaceSelector);
  if (any === true) return "any";
  const named = stringsOf(matchNames);
  if (named.length > 0) return named;
  if (metadata.namespace) return [metadata.namespace];
  return index.live ? ["default"] : "any";
}

/** Core Services of the namespaces; with a label those alone that carry it. */
function servicesOf(
  namespaces: Namespaces,
  index: ClusterIndex,
  label?: [string, unknown],
): readonly KubernetesObject[] {
  const names = namespaces === "any" ? [null] : namespaces;
  return names.flatMap((name) => servicesByLabel(index, "").get(keyOf(name, label)) ?? []);
}

/** Core Services by namespace (null: all of them) and by each label, and without a label. */
const servicesByLabel = oncePerIndex((index: ClusterIndex, _: string) => {
  const pairs = index
    .ofKind("Service")
    .filter(isCore)
    .flatMap(({ object }) =>
      [null, namespaceOf(object)].flatMap((namespace) =>
        [undefined, ...Object.entries(recordOf(object.metadata.labels))].map((label) => ({
          key: keyOf(namespace, label),
          object,
        })),
      ),
    );
  return new Map(
    [...Map.groupBy(pairs, ({ key }) => key)].map(([key, group]) => [key, group.map(({ object }) => object)]),
  );
});

function keyOf(namespace: string | null, label?: [string, unknown]): string {
  return JSON.stringify([namespace, ...(label ?? [])]);
}

function isCore({ object }: LocatedObject): boolean {
  return object.apiVersion === "v1";
}

/** Services of the control plane, and of what others install, are in the cluster and not among anybody's manifests. */
function whyUnseen(namespaces: Namespaces, index: ClusterIndex): string | null {
  if (isWholeCluster(index)) return null;
  const names = namespaces === "any" ? [] : namespaces;
  const hasServices = servicesOf(namespaces, index).length > 0;
  if (hasServices && !names.some((name) => isSystemNamespace(name) || name === "default")) return null;
  return "the Services that it selects may be in the cluster: they are not among what was read";
}

function missingPorts({ spec }: KubernetesObject, found: readonly KubernetesObject[]): Verdict {
  const offered = new Set(
    found.flatMap(({ spec: service }) => recordsOf(recordOf(service).ports).map(({ entry }) => entry.name)),
  );
  return recordsOf(recordOf(spec).endpoints).flatMap(({ entry, at }): Fault[] => {
    const { port } = entry;
    if (typeof port !== "string" || port === "" || offered.has(port)) return [];
    return [{ field: `spec.endpoints[${at}].port`, message: `no Service that it selects has a port named "${port}"` }];
  });
}
