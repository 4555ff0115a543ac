import type { LocatedObject } from "./object.ts";
import type { Workload } from "./pod.ts";
import { record } from "./pod-template.ts";
import { labelsMatch } from "./selectors.ts";

/** Where an object without a namespace lands when it is applied. */
export function namespaceOrDefault(namespace: string | undefined): string {
  return namespace ?? "default";
}

/**
 * Finds the Services that send traffic to a workload's pods, by one label of their selectors: in a namespace of thousands
 * each workload meets the few Services that may match. Services without a selector, and aliases, match nothing.
 */
export function servicesByLabel(services: readonly LocatedObject[]): (workload: Workload) => readonly LocatedObject[] {
  const byLabel = new Map<string, { service: LocatedObject; selector: Record<string, unknown> }[]>();
  for (const service of services) {
    const { apiVersion, metadata, spec } = service.object;
    const { type, selector } = record(spec);
    const [first] = Object.entries(record(selector));
    // Knative has a kind of this name too.
    if (apiVersion !== "v1" || type === "ExternalName" || !first) continue;
    const key = keyOf(namespaceOrDefault(metadata.namespace), ...first);
    const same = byLabel.get(key);
    if (same) same.push({ service, selector: record(selector) });
    else byLabel.set(key, [{ service, selector: record(selector) }]);
  }
  return ({ ref, podMetadata }) => {
    const labels = record(podMetadata.labels) as Record<string, string>;
    const namespace = namespaceOrDefault(ref.namespace);
    return Object.entries(labels)
      .flatMap(([key, value]) => byLabel.get(keyOf(namespace, key, value)) ?? [])
      .filter(({ selector }) => labelsMatch(selector, labels))
      .map(({ service }) => service);
  };
}

function keyOf(namespace: string, key: string, value: unknown): string {
  return `${namespace}\n${key}\n${typeof value === "string" ? value : "\n"}`;
}
