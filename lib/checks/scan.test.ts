import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { KubernetesObject, LocatedObject } from "#lib/kubernetes/object.ts";
import { redactObject } from "#lib/kubernetes/redact-object.ts";
import { CHECKS } from "./registry.ts";
import type { ScanReport } from "./result.ts";
import { scan } from "./scan.ts";

const demo: LocatedObject[] = JSON.parse(readFileSync("fixtures/demo/harbor-staging.json", "utf8")).items.map(
  (object: KubernetesObject) => ({ object: redactObject(object), at: { path: "harbor-staging.json" } }),
);
const run = (objects: readonly LocatedObject[]) => scan({ objects, unreadable: [] }, CHECKS);

/** What a scan says, without the order in which it says it. */
function said({ results, tallies, podSecurity }: ScanReport): unknown {
  const key = (value: unknown) => JSON.stringify(value);
  return {
    results: results.map((result) => key([result.check, result.outcome, result.resource, result.field])).sort(),
    tallies: tallies.map(({ reason: _, ...tally }) => key(tally)),
    podSecurity: podSecurity.map(key).sort(),
  };
}

test("the order of objects changes nothing but the order of results", () => {
  const expected = said(run(demo));
  fc.assert(
    fc.property(fc.shuffledSubarray(demo, { minLength: demo.length, maxLength: demo.length }), (shuffled) => {
      expect(said(run(shuffled))).toEqual(expected);
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

test("an empty snapshot is no healthy cluster: no check passes", () => {
  const { results, objects, podSecurity } = run([]);
  expect(results.filter(({ outcome }) => outcome === "pass")).toEqual([]);
  expect([objects, podSecurity]).toEqual([{}, []]);
});
