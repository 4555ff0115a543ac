import { expect, test } from "vitest";
import { denseInstance } from "./dense-instance.fixture.ts";
import { greedy } from "./greedy.ts";
import type { PlanInstance, PlanItem } from "./instance.ts";
import { whyNotSooner } from "./why-not-sooner.ts";

const item = { layer: "cluster" as const, after: [], earliest: 1, latest: 3, pin: null };
const initiatives: PlanItem[] = [
  { ...item, id: "registry", risk: 10, effort: { platform: 8 } },
  { ...item, id: "secrets", risk: 40, effort: { security: 9 } },
  { ...item, id: "signing", risk: 30, effort: { security: 8 }, after: ["registry"] },
  { ...item, id: "later", risk: 1, effort: { platform: 1 }, earliest: 2 },
];
const instance: PlanInstance = {
  quarters: 3,
  capacity: { platform: [10, 10, 10], security: [10, 10, 10] },
  initiatives,
};
const assignment = { registry: 1, secrets: 1, signing: 2, later: 2 };

test("says which skill is full, what it would push out and what that costs", () => {
  // Signing first: 10 points fewer for a quarter of 91 days.
  expect(whyNotSooner(instance, assignment, "signing")).toBe(
    "“signing” waits for Q2: security is full in Q1 (9 of 10 days in Q1; it needs 8). Moving it to Q1 would push out “secrets” and leave 910 more risk-days.",
  );
});

test("says what it needs, and when that makes it impossible", () => {
  const tight = { ...instance, capacity: { platform: [7, 10, 10], security: [20, 20, 20] } };
  expect(whyNotSooner(tight, { secrets: 1, registry: 2, signing: 2, later: 2 }, "signing", (id) => id)).toBe(
    "Signing waits for Q2: it needs registry, which is done in Q2. No plan has it in Q1: there is not room for it and what it needs.",
  );
});

test("a wish is a reason, and the first quarter needs none", () => {
  expect(whyNotSooner(instance, assignment, "later")).toContain("it may not start before Q2");
  expect(whyNotSooner(instance, assignment, "secrets")).toBe("It is in the first quarter already.");
});

test("always answers, for everything in a plan of sixty", () => {
  const dense = denseInstance(60, 3);
  const plan = greedy(dense) ?? {};
  for (const { id } of dense.initiatives.slice(0, 12)) expect(whyNotSooner(dense, plan, id)).toMatch(/\.\s*$/);
});
