import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { layerOfConcern } from "#lib/catalog/framework.ts";
import { buildClusterIndex } from "#lib/kubernetes/build-cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { labelSelectorMatches } from "#lib/kubernetes/selectors.ts";
import { checkPaths, registryText } from "../../cli/start/check-registry.ts";
import type { Check } from "./check.ts";
import { evaluate } from "./evaluate.ts";
import { CHECKS } from "./registry.ts";

type Case = {
  name: string;
  outcome: "pass" | "fail" | "not-assessable" | "not-applicable";
  live?: boolean;
  kubernetesVersion?: string;
  objects: KubernetesObject[];
  expect?: { kind: string; name: string; namespace?: string; field?: string }[];
};

const PATHS = new Map(checkPaths().map((path) => [path.split("/")[1] ?? "", path]));

test("the registry is what the folders hold", () => {
  expect(readFileSync("lib/checks/registry.ts", "utf8")).toBe(registryText());
  expect(CHECKS.map((check) => check.id).sort()).toEqual([...PATHS.keys()].sort());
});

test("selectors are read as Kubernetes reads them", () => {
  expect(labelSelectorMatches({}, { a: "1" })).toBe(true);
  expect(labelSelectorMatches({ matchExpressions: [{ key: "a", operator: "NotIn", values: ["2"] }] }, {})).toBe(true);
  expect(labelSelectorMatches({ matchExpressions: [{ key: "a", operator: "Exists" }] }, {})).toBe(false);
});

describe.each(CHECKS.map((check) => [check.id, check] as const))("%s", (id, check) => {
  const cases = casesOf(id);

  test.each(cases.map((each) => [each.name, each] as const))("%s", (_, each) => {
    const { results } = run(check, each);
    if (each.outcome === "not-applicable") return expect(results).toEqual([]);
    if (each.outcome !== "fail")
      return expect([...new Set(results.map((result) => result.outcome))]).toEqual([each.outcome]);
    const fails = results.filter((result) => result.outcome === "fail");
    expect(fails.length).toBeGreaterThan(0);
    const seen = fails.map(({ resource, field }) => ({ ...resource, field }));
    for (const wanted of each.expect ?? []) expect(seen).toContainEqual(expect.objectContaining(wanted));
    return expect(fails.filter((fail) => fail.message.trim() === "" || fail.message.length > 400)).toEqual([]);
  });

  test("has a passing case and two failing ones, one of them not a bare pod", () => {
    const failing = cases.filter((each) => each.outcome === "fail");
    expect(cases.some((each) => each.outcome === "pass")).toBe(true);
    expect(failing.length).toBeGreaterThanOrEqual(2);
    if (check.of !== "container" && check.of !== "workload") return;
    expect(
      failing.some((each) => each.objects.some((object) => !["Pod", "Namespace", "Node"].includes(object.kind))),
    ).toBe(true);
  });

  test("says a field that its object has, or whose parent it has", () => {
    for (const each of cases.filter((one) => one.outcome === "fail")) {
      const { results } = run(check, each);
      for (const { resource, field } of results.filter((result) => result.outcome === "fail" && result.field !== "")) {
        const object = each.objects.find(
          (one) =>
            one.kind === resource.kind &&
            one.metadata.name === resource.name &&
            (one.metadata.namespace ?? "") === (resource.namespace ?? ""),
        );
        if (object) expect({ field, exists: reaches(object, field) }).toEqual({ field, exists: true });
      }
    }
  });

  test("stands in its own layer", () => {
    if (check.concern) expect(layerOfConcern(check.concern)).toBe(check.layer);
  });
});

function casesOf(id: string): Case[] {
  return parse(readFileSync(join("lib/checks", `${PATHS.get(id)}.cases.yaml`), "utf8")).cases;
}

function run(check: Check, each: Case) {
  const objects = each.objects.map((object) => ({
    object: { ...object, metadata: { ...object.metadata } },
    at: { path: "cases.yaml" },
  }));
  const index = buildClusterIndex(objects, { kubernetesVersion: each.kubernetesVersion });
  return evaluate(each.live === undefined ? index : { ...index, live: each.live }, [check]);
}

/** Whether the path up to its last steps exists: a missing field is named by where it should be. */
function reaches(object: unknown, field: string): boolean {
  const steps = [...field.matchAll(/"([^"]*)"|[^.[\]"]+/g)].map(([plain, quoted]) => quoted ?? plain);
  let at = object;
  for (const [index, step] of steps.entries()) {
    if (at === null || typeof at !== "object") return false;
    const next = (at as Record<string, unknown>)[step];
    if (next === undefined) return index >= steps.length - 3;
    at = next;
  }
  return true;
}
