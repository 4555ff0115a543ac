import type { LocatedObject } from "./object.ts";

/**
 * The objects in the one order that does not depend on how they came in: by kind, namespace, name, apiVersion and place;
 * and each of them once. Of objects that an API server printed (they have an uid) the same one may have been collected
 * several times: of those with one uid, or one apiVersion, kind, namespace and name, the newest is kept, that is, the
 * highest resourceVersion, then the latest creationTimestamp, then the first in order. Manifests are declarations, of
 * which several may carry one name (an overlay for each environment): of equal ones the first in order is kept.
 */
export function oneOfEach(objects: readonly LocatedObject[]): LocatedObject[] {
  const kept: LocatedObject[] = [];
  for (const ofKind of sortedGroups(objects, ({ object }) => object.kind))
    for (const inNamespace of sortedGroups(ofKind, ({ object }) => object.metadata.namespace ?? "")) {
      const sorted = [...inNamespace].sort((a, b) => compare(a.object.metadata.name, b.object.metadata.name));
      for (let from = 0; from < sorted.length; ) {
        const to = endOfName(sorted, from);
        const same = sorted.slice(from, to);
        kept.push(...(same.length === 1 ? same : choose(same)));
        from = to;
      }
    }
  return kept;
}

/** Compares texts by their code units, as no locale does. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sortedGroups(objects: readonly LocatedObject[], by: (one: LocatedObject) => string): LocatedObject[][] {
  return [...Map.groupBy(objects, by)].sort(([a], [b]) => compare(a, b)).map(([, group]) => group);
}

function endOfName(sorted: readonly LocatedObject[], from: number): number {
  const name = sorted[from]?.object.metadata.name;
  let to = from + 1;
  while (to < sorted.length && sorted[to]?.object.metadata.name === name) to++;
  return to;
}

/** Of objects of one kind, namespace and name. */
function choose(same: readonly LocatedObject[]): LocatedObject[] {
  const texts = new Map<LocatedObject, string>();
  const textOf = (one: LocatedObject): string => {
    const text = texts.get(one) ?? JSON.stringify(one.object);
    texts.set(one, text);
    return text;
  };
  const inOrder = [...same].sort(
    (a, b) => compare(a.object.apiVersion, b.object.apiVersion) || comparePlaces(a, b) || compare(textOf(a), textOf(b)),
  );
  const printed = inOrder.filter(({ object }) => object.metadata.uid !== undefined).sort(newestFirst);
  const seen = new Set<string>();
  const newest = new Set(
    printed.filter(({ object: { apiVersion, metadata } }) => {
      const isKnown = seen.has(`uid ${metadata.uid}`) || seen.has(apiVersion);
      seen.add(`uid ${metadata.uid}`).add(apiVersion);
      return !isKnown;
    }),
  );
  const told = new Set<string>();
  return inOrder.filter((one) =>
    one.object.metadata.uid === undefined ? told.size < told.add(textOf(one)).size : newest.has(one),
  );
}

function newestFirst({ object: { metadata: a } }: LocatedObject, { object: { metadata: b } }: LocatedObject): number {
  const [x, y] = [versionOf(a.resourceVersion), versionOf(b.resourceVersion)];
  return y.length - x.length || compare(y, x) || compare(timeOf(b.creationTimestamp), timeOf(a.creationTimestamp));
}

/** Resource versions are whole numbers, too large for JavaScript's. */
function versionOf(version: unknown): string {
  return typeof version === "string" && /^\d{1,40}$/.test(version) ? version.replace(/^0+/, "") : "";
}

function timeOf(time: unknown): string {
  return typeof time === "string" ? time : "";
}

function comparePlaces({ at: a }: LocatedObject, { at: b }: LocatedObject): number {
  return compare(a.path, b.path) || (a.document ?? 0) - (b.document ?? 0) || (a.line ?? 0) - (b.line ?? 0);
}
