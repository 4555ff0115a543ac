import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { KubernetesObject, LocatedObject } from "#lib/kubernetes/object.ts";
import { redactObject } from "#lib/kubernetes/redact-object.ts";
import { CHECKS } from "./registry.ts";
import { scan } from "./scan.ts";

const demo: LocatedObject[] = JSON.parse(readFileSync("fixtures/demo/harbor-staging.json", "utf8")).items.map(
  (object: KubernetesObject) => ({ object: redactObject(object), at: { path: "harbor-staging.json" } }),
);
const run = (objects: readonly LocatedObject[]) => scan({ objects, unreadable: [] }, CHECKS);

test("the same objects in any order give the same report, to the byte", () => {
  const expected = JSON.stringify(run(demo));
  fc.assert(
    fc.property(fc.shuffledSubarray(demo, { minLength: demo.length, maxLength: demo.length }), (shuffled) => {
      expect(JSON.stringify(run(shuffled)) === expected).toBe(true);
    }),
    { numRuns: 5, seed: 20_261_123 },
  );
});

test("a scan changes none of its objects, and says the same twice", () => {
  const before = structuredClone(demo);
  expect(run(demo)).toEqual(run(demo));
  expect(demo).toEqual(before);
});

describe("the report adds up", () => {
  const report = run(demo);

  test("every object is counted, every check has a tally, every workload a level", () => {
    expect(Object.values(report.objects).reduce((sum, count) => sum + count, 0)).toBe(demo.length);
    expect(report.tallies.map(({ check }) => check)).toEqual(CHECKS.map(({ id }) => id));
    expect(report.podSecurity.length).toBeGreaterThan(0);
  });

  test("tallies count resources, once each", () => {
    for (const { check, fail, pass, notAssessable } of report.tallies) {
      const of = report.results.filter((result) => result.check === check);
      const resources = (outcome: string) =>
        new Set(of.filter((result) => result.outcome === outcome).map(({ resource }) => JSON.stringify(resource))).size;
      expect({ check, fail, pass, notAssessable }).toEqual({
        check,
        fail: resources("fail"),
        pass: resources("pass"),
        notAssessable: resources("not-assessable"),
      });
    }
  });

  test("a fail names what it saw, a pass names nothing, doubt gives its reason", () => {
    for (const { outcome, field, message } of report.results) {
      if (outcome === "pass") expect([field, message]).toEqual(["", ""]);
      else expect(message.length).toBeGreaterThan(5);
      if (outcome === "not-assessable") expect(field).toBe("");
    }
  });
});

test("fields of any type, and values that no text can be made of, end no scan", () => {
  const poison = { toString: 1, valueOf: 1, constructor: 1, length: -1 };
  const junk = [null, "x", 7, true, [], {}, [null], poison, [poison], { a: poison }, -1, ""];
  const wound = fc.record({ object: fc.nat(), spot: fc.nat(), value: fc.constantFrom(...junk) });
  fc.assert(
    fc.property(fc.array(wound, { minLength: 20, maxLength: 60 }), (wounds) => {
      const objects = structuredClone(demo);
      for (const { object, spot, value } of wounds) {
        const target = objects[object % objects.length]?.object;
        const places = placesBelow(target).filter(
          ({ key }) => !["kind", "apiVersion", "metadata", "name", "namespace"].includes(key),
        );
        const place = places[spot % Math.max(places.length, 1)];
        if (place) place.holder[place.key] = structuredClone(value);
      }
      const report = run(objects);
      expect(JSON.parse(JSON.stringify(report)).tallies).toHaveLength(CHECKS.length);
    }),
    { numRuns: 40, seed: 20_261_123 },
  );
});

type Spot = { holder: Record<string, unknown>; key: string };

function placesBelow(value: unknown): Spot[] {
  if (value === null || typeof value !== "object") return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesBelow(holder[key])]);
}

test("a pod of wrong types has a level all the same", () => {
  const poison = { toString: 1, valueOf: 1 };
  const metadata = { name: "a", annotations: { "container.apparmor.security.beta.kubernetes.io/x": poison } };
  const spec = {
    securityContext: [poison],
    os: poison,
    volumes: [poison, null, "x"],
    containers: [{ securityContext: { capabilities: poison, seccompProfile: poison }, ports: [poison] }],
  };
  const object = { apiVersion: "v1", kind: "Pod", metadata, spec } as unknown as KubernetesObject;
  expect(run([{ object, at: { path: "" } }]).podSecurity).toHaveLength(1);
});

test("an empty snapshot is no healthy cluster: no check passes", () => {
  const { results, objects, podSecurity } = run([]);
  expect(results.filter(({ outcome }) => outcome === "pass")).toEqual([]);
  expect([objects, podSecurity]).toEqual([{}, []]);
});
