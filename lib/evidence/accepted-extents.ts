import type { Catalog } from "#lib/catalog/control.ts";
import { type Exception, isExcepted } from "#lib/checks/exception.ts";
import type { ResourceRef } from "#lib/kubernetes/object.ts";

/** A resource that fails a check on a cluster, once however many of its fields fail. */
export type FailingResource = { check: string; resource: ResourceRef };

/** Failing resources that somebody answers for, and the first day (ISO) on which one of those exceptions ends. */
export type AcceptedExtent = { resources: number; until: string };

/**
 * By control: how many of the resources that fail are accepted on one cluster. A resource counts when every check of the
 * control that it fails is excepted on it; of two exceptions for one fault the later end counts.
 */
export function acceptedExtents(
  catalog: Catalog,
  failing: readonly FailingResource[],
  exceptions: readonly Exception[],
): Map<string, AcceptedExtent> {
  const extents = new Map<string, AcceptedExtent>();
  const excepted = new Set(exceptions.map(({ check }) => check));
  for (const { id, checks } of catalog.controls) {
    if (!checks.some((check) => excepted.has(check))) continue;
    const own = failing.filter(({ check }) => checks.includes(check));
    const ends = endsByResource(own, exceptions);
    const [until] = ends.toSorted();
    if (until !== undefined) extents.set(id, { resources: ends.length, until });
  }
  return extents;
}

/** Of each resource whose every fault is excepted, the day on which the first of them comes back. */
function endsByResource(failing: readonly FailingResource[], exceptions: readonly Exception[]): string[] {
  const byResource = Map.groupBy(failing, ({ resource }) =>
    JSON.stringify([resource.apiVersion, resource.kind, resource.namespace, resource.name]),
  );
  return [...byResource.values()].flatMap((faults) => {
    const ends = faults.map(({ check, resource }) =>
      exceptions.reduce((last, one) => (isExcepted(one, check, resource) && one.endsOn > last ? one.endsOn : last), ""),
    );
    return ends.every((end) => end !== "") ? ends.toSorted().slice(0, 1) : [];
  });
}
