import { ByName } from "./by-name.ts";
import type { ClusterIndex } from "./cluster-index.ts";
import { detectObservedAt, laterTime } from "./detect-observed-at.ts";
import { detectManagedControlPlane, detectServerVersions, detectVersion, isLiveSnapshot } from "./detect-platform.ts";
import type { KubernetesObject, LocatedObject } from "./object.ts";
import { compare, oneOfEach } from "./one-of-each.ts";
import type { Workload } from "./pod.ts";
import { labelSelectorMatches } from "./selectors.ts";
import { namespaceOrDefault, servicesByLabel } from "./services-by-label.ts";
import { STATUS, withheldFrom } from "./withheld.ts";
import { foldWorkloads } from "./workloads.ts";

/** The newest Kubernetes minor that the checks know. */
export const NEWEST_KUBERNETES = "1.37";

/**
 * Indexes a snapshot once; everything else asks the index. `kubernetesVersion` ("1.34") overrides what the snapshot says,
 * `observedAt` (ISO 8601) the times in it; `newestTime` is one of these that reading saw in a field that it left
 * out, `receivedAt` (ISO 8601) when the snapshot came in: it was not taken later than that, and then where it does not say.
 * `isCut` says that a file ended too early. An object that was collected twice is counted each time and looked at once, see
 * oneOfEach; in its order everything is answered.
 */
export function buildClusterIndex(
  all: readonly LocatedObject[],
  options: {
    kubernetesVersion?: string;
    observedAt?: string;
    newestTime?: string | null;
    receivedAt?: string;
    isCut?: boolean;
  } = {},
): ClusterIndex {
  const byKind = new Map<string, LocatedObject[]>();
  const counts = new Map<string, number>();
  for (const { object } of all) if (object.kind !== STATUS) counts.set(object.kind, (counts.get(object.kind) ?? 0) + 1);
  const objects = oneOfEach(all);
  for (const located of objects) {
    const { kind, apiVersion } = located.object;
    push(byKind, kind, located);
    const group = apiVersion.includes("/") ? apiVersion.split("/")[0] : "";
    if (group) push(byKind, `${group}/${kind}`, located);
  }
  const ofKind = (kind: string): readonly LocatedObject[] => byKind.get(kind) ?? [];
  const { workloads, podsOf } = foldWorkloads(objects);
  const live = isLiveSnapshot(ofKind);
  const inNamespace = groupByNamespace(ofKind);
  const given = options.kubernetesVersion;
  return {
    kubernetesVersion: given ?? detectVersion(ofKind) ?? NEWEST_KUBERNETES,
    serverVersions: given ? { oldest: given, newest: given } : detectServerVersions(ofKind),
    live,
    managedControlPlane: detectManagedControlPlane(ofKind),
    observedAt:
      timeOf(options.observedAt) ??
      noLaterThan(
        timeOf(options.receivedAt),
        live ? laterTime(options.newestTime ?? null, detectObservedAt(objects)) : null,
      ),
    ofKind,
    find: finder(ofKind),
    namespaces: namespacesOf(objects),
    workloads,
    podsOf: (workload) => podsOf.get(workload) ?? [],
    servicesOf: servicesByLabel(ofKind("Service")),
    networkPoliciesOf: (workload) =>
      inNamespace("NetworkPolicy", workload).filter(
        ({ object }) =>
          // Calico has a kind of this name with selectors of its own.
          /^(networking\.k8s\.io|extensions)\//.test(object.apiVersion) &&
          labelSelectorMatches(field(object, "spec", "podSelector") ?? {}, workload.podMetadata.labels),
      ),
    ...withheldFrom(ofKind(STATUS), options.isCut ?? false),
    // Kinds are anybody's words: as a map they cannot be mistaken for what every object has.
    counts: Object.fromEntries([...counts].sort(([a], [b]) => compare(a, b))),
  };
}

/** The given time in UTC; null when it is none. */
function timeOf(given: string | undefined): string | null {
  const time = given === undefined ? Number.NaN : Date.parse(given);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** When it was taken as it says itself, unless that is still to come: then, and where it does not say, when it came in. */
function noLaterThan(received: string | null, told: string | null): string | null {
  if (received === null || told === null) return told ?? received;
  return Date.parse(told) <= Date.parse(received) ? told : received;
}

/** Names are gathered for a kind when it is asked for: most are not, pods above all. */
function finder(ofKind: ClusterIndex["ofKind"]): ClusterIndex["find"] {
  const gathered = new Set<string>();
  const byName = new ByName<LocatedObject>();
  return (kind, namespace, name) => {
    if (!gathered.has(kind)) {
      gathered.add(kind);
      for (const located of ofKind(kind))
        if (located.object.kind === kind)
          byName.set(kind, located.object.metadata.namespace, located.object.metadata.name, located);
    }
    return byName.get(kind, namespace, name);
  };
}

/** Objects of a kind in the workload's namespace, grouped once on first use. */
function groupByNamespace(
  ofKind: (kind: string) => readonly LocatedObject[],
): (kind: string, workload: Workload) => readonly LocatedObject[] {
  const groups = new Map<string, Map<string, LocatedObject[]>>();
  return (kind, workload) => {
    let group = groups.get(kind);
    if (!group) {
      group = new Map();
      for (const located of ofKind(kind)) push(group, namespaceOrDefault(located.object.metadata.namespace), located);
      groups.set(kind, group);
    }
    return group.get(namespaceOrDefault(workload.ref.namespace)) ?? [];
  };
}

function namespacesOf(objects: readonly LocatedObject[]): string[] {
  const names = new Set<string>();
  for (const { object } of objects) {
    if (object.kind === "Namespace") names.add(object.metadata.name);
    else if (object.metadata.namespace) names.add(object.metadata.namespace);
  }
  return [...names].sort();
}

function field(object: KubernetesObject, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value !== null && typeof value === "object" ? (value as Record<string, unknown>)[key] : undefined),
    object,
  );
}

function push(groups: Map<string, LocatedObject[]>, key: string, located: LocatedObject): void {
  const group = groups.get(key);
  if (group) group.push(located);
  else groups.set(key, [located]);
}
