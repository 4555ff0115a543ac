import { expect, test } from "vitest";
import { type AcceptedRisk, costOf, endedOn, plannedDays } from "./approved-plan.ts";
import type { QuarterPlan } from "./roadmap.ts";

const item = (initiative: string) => ({ initiative, quarter: 1, startWeek: 1, endWeek: 2, owner: null });
const initiative = (id: string, days: number) => ({ id, effort: { days } as never });

test("the days of a plan are those of what is in it, not of what is left out", () => {
  const plans = [{ items: [item("a"), item("b")] }, { items: [item("c")] }] as QuarterPlan[];
  const initiatives = [initiative("a", 0.1), initiative("b", 0.2), initiative("c", 4.5), initiative("left", 100)];
  expect(plannedDays({ plans }, initiatives)).toBe(4.8);
});

test("a budget is money only where somebody said what a day costs", () => {
  expect(costOf({ days: 10.5, rate: null })).toBeNull();
  expect(costOf({ days: 10.5, rate: { amount: 1_150, currency: "EUR" } })).toBe(12_075);
});

test("an accepted risk holds through its last day", () => {
  const risk = { initiative: "a", endsOn: "2026-12-31" } as AcceptedRisk;
  expect(endedOn([risk], "2026-12-31")).toEqual([]);
  expect(endedOn([risk], "2027-01-01")).toEqual([risk]);
});
