import { expect, test } from "vitest";
import { CHECKS } from "#lib/checks/registry.ts";
import { filterChecks } from "./filter-checks.ts";

const idsOf = (filter: Partial<Parameters<typeof filterChecks>[1]>) =>
  filterChecks(CHECKS, { text: null, layer: null, dimension: null, ...filter }).map(({ id }) => id);

test("no filter leaves every check", () => {
  expect(idsOf({})).toEqual(CHECKS.map(({ id }) => id));
  expect(idsOf({ text: "  ", layer: "", dimension: "" })).toHaveLength(CHECKS.length);
});

test("words are looked for in ids, titles and references, all of them, in any case", () => {
  expect(idsOf({ text: "PRIVILEGED container" })).toContain("privileged-container");
  expect(idsOf({ text: "privileged nonsense" })).toEqual([]);
  expect(idsOf({ text: "CIS 5.2.2" })).toContain("privileged-container");
});

test("layer and dimension narrow together", () => {
  const found = filterChecks(CHECKS, { text: null, layer: "cluster", dimension: "security" });
  expect(found.length).toBeGreaterThan(0);
  expect(new Set(found.map(({ layer, dimension }) => `${layer} ${dimension}`))).toEqual(new Set(["cluster security"]));
});
