import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatCount,
  formatCoverage,
  formatDays,
  formatDecimal,
  formatEffort,
  formatInterval,
  formatList,
  formatPercent,
  formatRisk,
  formatRiskOf,
  formatScore,
  formatThings,
  percentOf,
} from "./numbers.ts";

const score = { low: 61.6, high: 70.7, coverage: 0.84, weight: 40 };
const blank = { low: 0, high: 0, coverage: 0, weight: 0 };

describe("numbers", () => {
  it("says the headline of a score, its interval and its coverage", () => {
    expect(formatScore(score)).toBe("62");
    expect(formatInterval(score)).toBe("62–71");
    expect(formatInterval({ ...score, high: 61.9 })).toBe("62");
    expect(formatCoverage(score)).toBe("84 % of weight seen");
  });

  it("shows no number where nothing applies", () => {
    expect([formatScore(blank), formatInterval(null), formatCoverage(blank)]).toEqual(["–", "–", "nothing applies"]);
  });

  it("sets thousands apart and keeps the sign", () => {
    expect([0, 999, 1000, 18220, 1234567, -1234].map(formatCount)).toEqual([
      "0",
      "999",
      "1,000",
      "18,220",
      "1,234,567",
      "−1,234",
    ]);
    fc.assert(fc.property(fc.nat(1e9), (n) => Number(formatCount(n).replaceAll(",", "")) === n));
  });

  it("keeps at most one decimal", () => {
    expect([4, 4.04, 4.05, 4.96, 1204.5, -0.01, 0.5].map(formatDecimal)).toEqual([
      "4",
      "4",
      "4.1",
      "5",
      "1,204.5",
      "0",
      "0.5",
    ]);
  });

  it("never rounds some to none, nor most to all", () => {
    expect([0, 0.001, 0.5, 0.999, 1].map(percentOf)).toEqual([0, 1, 50, 99, 100]);
    expect(formatPercent(0.58, "of the risk")).toBe("58 % of the risk");
  });

  it("counts days, points and things in the right number", () => {
    expect([formatDays(1), formatDays(4), formatDays(0.5)]).toEqual(["1 day", "4 days", "0.5 days"]);
    expect([formatRisk(1), formatRisk(61), formatRiskOf(61, 540)]).toEqual([
      "1 risk point",
      "61 risk points",
      "61 of 540 risk points",
    ]);
    expect([formatThings(1, "finding"), formatThings(3000, "finding"), formatThings(2, "policy", "policies")]).toEqual([
      "1 finding",
      "3,000 findings",
      "2 policies",
    ]);
  });

  it("says an effort with both ends of its estimate", () => {
    const effort = {
      optimistic: 3,
      likely: 4,
      pessimistic: 7,
      computed: 4.3,
      days: 4.3,
      bySkill: {},
      override: null,
      how: "",
    };
    expect(formatEffort(effort)).toBe("4.3 days (3–7)");
  });

  it("joins a list as people do", () => {
    expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(formatList)).toEqual(["", "a", "a and b", "a, b and c"]);
  });
});
