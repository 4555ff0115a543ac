import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { buildClusterIndex } from "#lib/kubernetes/build-cluster-index.ts";
import { containersOf } from "#lib/kubernetes/containers.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { checkPaths } from "../../cli/start/check-registry.ts";
import type { Check } from "./check.ts";
import { CHECKS } from "./registry.ts";
import { FIELD_DEFAULTS } from "./settings.ts";

type Tree = { [key: string]: unknown };

// Nothing below metadata is trusted. The engine would turn an exception into "not assessable", also for the objects
// beside the broken one; so no check may throw, whatever stands where it looks.
describe.each(CHECKS.map((check) => [check.id, check] as const))("%s", (id, check) => {
  test("does not throw on fields of the wrong type", () => {
    const cases = casesOf(id);
    const junk = fc.constantFrom("x", 7, -1, null, [], {}, true, [null], ["a"], { a: null }, [[]], [{}], "100%");
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), junk, (which, whose, where, value) => {
        const objects = structuredClone(cases[which % cases.length] ?? []);
        const object = objects[whose % Math.max(objects.length, 1)];
        if (object) spoil(object, where, value);
        look(check, objects);
      }),
      { numRuns: 200, seed: 20261123 },
    );
    expect(cases.length).toBeGreaterThan(0);
  });
});

function casesOf(id: string): KubernetesObject[][] {
  const path = checkPaths().find((each) => each.endsWith(`/${id}`));
  return parse(readFileSync(`lib/checks/${path}.cases.yaml`, "utf8")).cases.map(
    (each: { objects: KubernetesObject[] }) => each.objects,
  );
}

/** Puts the value in the place of one of the fields that the reader of objects does not vouch for. */
function spoil(object: KubernetesObject, where: number, value: unknown): void {
  const places = placesIn(object, []).filter(
    ([first, second]) =>
      !(first === "metadata" && (second === undefined || second === "name" || second === "namespace")),
  );
  const path = places.filter(([first]) => first !== "kind" && first !== "apiVersion")[
    where % Math.max(places.length, 1)
  ];
  const last = path?.at(-1);
  if (!path || last === undefined) return;
  const parent = path.slice(0, -1).reduce<Tree>((at, key) => at[key] as Tree, object);
  parent[last] = structuredClone(value);
}

function placesIn(value: unknown, path: readonly string[]): string[][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[...path, key], ...placesIn(inner, [...path, key])]);
}

function look(check: Check, objects: readonly KubernetesObject[]): void {
  const manifests = buildClusterIndex(objects.map((object) => ({ object, at: { path: "cases.yaml" } })));
  for (const index of [manifests, { ...manifests, live: true }])
    switch (check.of) {
      case "container":
        for (const container of index.workloads.flatMap(containersOf)) check.look(container, index, FIELD_DEFAULTS);
        break;
      case "workload":
        for (const workload of index.workloads) check.look(workload, index, FIELD_DEFAULTS);
        break;
      case "object":
        for (const located of check.kinds.flatMap(index.ofKind)) check.look(located, index, FIELD_DEFAULTS);
        break;
      case "namespace":
        for (const namespace of index.namespaces) check.look(namespace, index, FIELD_DEFAULTS);
        break;
      case "cluster":
        check.look(index, FIELD_DEFAULTS);
    }
}
