import type { Catalog } from "#lib/catalog/control.ts";
import { keyOfResource } from "#lib/evidence/key-of-resource.ts";
import type { ResourceRef } from "#lib/kubernetes/object.ts";
import type { Exposure } from "./finding.ts";

/** A failing result, as far as it matters here. */
type Fail = { check: string; resource: ResourceRef };

/** Nothing that fails, or nothing that is still fresh. */
export const NOT_EXPOSED: Exposure = { internet: 0, otherNamespaces: 0, privileged: 0 };

/** The check whose failing is the sign of each exposure. */
const SIGNS = {
  internet: "workload-exposed-to-internet",
  otherNamespaces: "network-policy-missing-pod",
  privileged: "privileged-container",
} as const satisfies Record<keyof Exposure, string>;

/**
 * For each control with failing resources: how many of them also fail a check that shows them reachable from the
 * internet, reachable from other namespaces (no network policy), or privileged. Resources are counted once. A sign
 * that is one of the control's own checks says nothing new and is not counted: it is where its likelihood starts.
 */
export function exposureOf(catalog: Catalog, fails: readonly Fail[]): Record<string, Exposure> {
  const failing = Map.groupBy(fails, (fail) => fail.check);
  const keysOf = (checks: readonly string[]) =>
    new Set(checks.flatMap((check) => failing.get(check) ?? []).map(({ resource }) => keyOfResource(resource)));
  const signs = Object.fromEntries(Object.values(SIGNS).map((sign) => [sign, keysOf([sign])]));
  const exposures = catalog.controls.flatMap(({ id, checks }): [string, Exposure][] => {
    const affected = keysOf(checks);
    if (affected.size === 0) return [];
    const shared = (sign: string) => (checks.includes(sign) ? 0 : affected.intersection(signs[sign] ?? new Set()).size);
    const { internet, otherNamespaces, privileged } = SIGNS;
    return [
      [id, { internet: shared(internet), otherNamespaces: shared(otherNamespaces), privileged: shared(privileged) }],
    ];
  });
  return Object.fromEntries(exposures);
}

/** What is known about a control without failing resources. */
export function exposureFor(exposure: Readonly<Record<string, Exposure>>, control: string): Exposure {
  return exposure[control] ?? NOT_EXPOSED;
}
