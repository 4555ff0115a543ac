import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { buildClusterIndex } from "#lib/kubernetes/build-cluster-index.ts";
import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { containersOf } from "#lib/kubernetes/containers.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { checkPaths } from "../../cli/start/check-registry.ts";
import { type Check, type Fault, NOT_APPLICABLE, type Verdict } from "./check.ts";
import { CHECKS } from "./registry.ts";
import { FIELD_DEFAULTS } from "./settings.ts";

/** What stands where something else was expected. */
const JUNK = [null, "x", 7, true, [], {}, [null], ["x"], [[1]], { a: null }, -1];
const PATHS = new Map(checkPaths().map((path) => [path.split("/")[1] ?? "", path]));
const RUNS = 150;

// The engine turns an exception into "not assessable"; a check that throws on one odd field loses sight of all others.
test.each(CHECKS.map((check) => [check.id, check] as const))("%s reads fields of any type", (id, check) => {
  const cases: { objects: KubernetesObject[] }[] = parse(
    readFileSync(join("lib/checks", `${PATHS.get(id)}.cases.yaml`), "utf8"),
  ).cases;
  const wound = fc.record({ spot: fc.nat(), junk: fc.constantFrom(...JUNK) });
  fc.assert(
    fc.property(fc.constantFrom(...cases), fc.array(wound, { minLength: 1, maxLength: 3 }), (each, wounds) => {
      const objects = structuredClone(each.objects);
      for (const { spot, junk } of wounds) spoil(objects, spot, junk);
      const index = buildClusterIndex(objects.map((object) => ({ object, at: { path: "hostile.yaml" } })));
      for (const verdict of verdictsOf(check, index))
        for (const sentence of sentencesOf(verdict)) expect(sentence).toMatch(/\S/);
    }),
    { numRuns: RUNS, seed: 20_261_123 },
  );
});

/** Replaces one field; what says which object it is (kind, apiVersion, name, namespace) stays. */
function spoil(objects: KubernetesObject[], spot: number, junk: unknown): void {
  const places = objects.flatMap((object) => [
    ...placesIn(object).filter(({ key }) => !["kind", "apiVersion", "metadata"].includes(key)),
    ...placesIn(object.metadata).filter(({ key }) => !["name", "namespace"].includes(key)),
    ...Object.entries(object).flatMap(([key, value]) => (key === "metadata" ? [] : placesBelow(value))),
  ]);
  const place = places[spot % Math.max(places.length, 1)];
  if (place) place.holder[place.key] = structuredClone(junk);
}

type Spot = { holder: Record<string, unknown>; key: string };

function placesIn(value: unknown): Spot[] {
  if (value === null || typeof value !== "object") return [];
  return Object.keys(value).map((key) => ({ holder: value as Record<string, unknown>, key }));
}

function placesBelow(value: unknown): Spot[] {
  return placesIn(value).flatMap((place) => [place, ...placesBelow(place.holder[place.key])]);
}

function verdictsOf(check: Check, index: ClusterIndex): Verdict[] {
  if (check.of === "container")
    return index.workloads.flatMap(containersOf).map((container) => check.look(container, index, FIELD_DEFAULTS));
  if (check.of === "workload") return index.workloads.map((workload) => check.look(workload, index, FIELD_DEFAULTS));
  if (check.of === "object")
    return check.kinds.flatMap((kind) => index.ofKind(kind)).map((one) => check.look(one, index, FIELD_DEFAULTS));
  if (check.of === "namespace")
    return index.namespaces.map((namespace) => check.look(namespace, index, FIELD_DEFAULTS));
  return [check.look(index, FIELD_DEFAULTS)];
}

function sentencesOf(verdict: Verdict): string[] {
  if (verdict === NOT_APPLICABLE) return [];
  return "notAssessable" in verdict ? [verdict.notAssessable] : verdict.map((fault: Fault) => fault.message);
}
