import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { CARRIER_KINDS } from "#lib/kubernetes/pod-template.ts";
import { ANY_KIND } from "#lib/kubernetes/withheld.ts";
import type { Check } from "./check.ts";

/**
 * The index as one check sees it, and what the check has asked for that the snapshot could not see: why, or null. A check
 * that asked for such a kind cannot tell absent from unseen, and neither its faults nor its passes count.
 */
export function watchedIndex(index: ClusterIndex): { seen: ClusterIndex; missed: () => string | null } {
  let missed: string | null = null;
  const ask = (...kinds: readonly string[]) => {
    for (const kind of kinds) missed ??= index.withheld(kind);
  };
  const seen: ClusterIndex = {
    ...index,
    withheld: index.withheld,
    ofKind: (kind) => {
      ask(kind);
      return index.ofKind(kind);
    },
    find: (kind, namespace, name) => {
      const found = index.find(kind, namespace, name);
      if (!found) ask(kind);
      return found;
    },
    get workloads() {
      ask(...CARRIER_KINDS);
      return index.workloads;
    },
    get namespaces() {
      ask("Namespace");
      return index.namespaces;
    },
    get counts() {
      // Who goes through the kinds that are there may miss any other.
      ask(ANY_KIND);
      return index.counts;
    },
    podsOf: (workload) => {
      ask("Pod");
      return index.podsOf(workload);
    },
    servicesOf: (workload) => {
      ask("Service");
      return index.servicesOf(workload);
    },
    networkPoliciesOf: (workload) => {
      ask("NetworkPolicy");
      return index.networkPoliciesOf(workload);
    },
  };
  return { seen, missed: () => missed };
}

/** Kinds of objects that a check is led to by the engine. */
export function visitedKinds(check: Check): readonly string[] {
  switch (check.of) {
    case "container":
    case "workload":
      return CARRIER_KINDS;
    case "object":
      return check.kinds;
    case "namespace":
      return ["Namespace"];
    case "cluster":
      return [];
  }
}
