import { expect, test } from "vitest";
import { sayThresholds, sayWhose } from "./sentences-of-thresholds.ts";

const DEFAULTS: Parameters<typeof sayThresholds>[0] = {
  minReplicas: 2,
  probedKinds: ["Deployment", "StatefulSet", "Pod"],
  allowedRegistries: [],
  mostRequestedPercent: 85,
};
const valuesOf = (settings: Partial<typeof DEFAULTS>) =>
  sayThresholds({ ...DEFAULTS, ...settings }, DEFAULTS).map(({ value, isDefault }) => [value, isDefault]);

test("the field's defaults are marked as such, in whatever order they are stored", () => {
  const said = [
    ["2", true],
    ["all 3 that keep running", true],
    ["not decided: any", true],
    ["85 %", true],
  ];
  expect(valuesOf({})).toEqual(said);
  expect(valuesOf({ probedKinds: ["Pod", "StatefulSet", "Deployment"] })).toEqual(said);
  expect(sayWhose(sayThresholds(DEFAULTS, DEFAULTS))).toBe("the field's defaults");
});

test("what the cluster decided itself stands for itself", () => {
  const own = { minReplicas: 3, probedKinds: ["Pod", "Deployment"], allowedRegistries: ["b.example", "a.example/x"] };
  expect(valuesOf(own)).toEqual([
    ["3", false],
    ["Deployment and Pod", false],
    ["a.example/x and b.example", false],
    ["85 %", true],
  ]);
  expect(valuesOf({ probedKinds: [] })[1]).toEqual(["none", false]);
  expect(sayWhose(sayThresholds({ ...DEFAULTS, ...own }, DEFAULTS))).toBe("3 thresholds of the cluster's own");
  expect(sayWhose(sayThresholds({ ...DEFAULTS, minReplicas: 3 }, DEFAULTS))).toBe("1 threshold of the cluster's own");
});
