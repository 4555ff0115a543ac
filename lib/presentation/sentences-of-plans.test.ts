import { describe, expect, it } from "vitest";
import type { Initiative } from "#lib/planning/initiative.ts";
import type { Roadmap, ScheduledInitiative } from "#lib/planning/roadmap.ts";
import { sayDoneWhen, sayEffort, sayInitiative, sayPlanItem, sayProof, sayYear } from "./sentences-of-plans.ts";

const effort = {
  optimistic: 3,
  likely: 4,
  pessimistic: 7,
  computed: 4.3,
  days: 4,
  bySkill: { platform: 4 },
  override: null,
  how: "3 / 4 / 7 fixed",
};
const pools: Initiative = {
  id: "pools",
  remedy: "pools",
  title: "Bring node pools into Terraform",
  layer: "cloud",
  concerns: [],
  dimensions: [],
  findings: [],
  clusters: ["a", "b", "c"],
  risk: 20,
  effort,
  skill: "cloud",
  things: 3,
  thing: "node pool",
  after: [],
  steps: [],
  riskOfDoing: "",
  rollback: "",
  verifiedBy: [],
  quadrant: "do now",
  phase: null,
};
const cut: Initiative = {
  ...pools,
  id: "cut",
  title: "Cut pods off the metadata service",
  skill: "platform",
  risk: 61,
  after: ["pools", "gone"],
  verifiedBy: ["network-policy-metadata-egress"],
};
const at = (initiative: string, quarter: number, startWeek: number, endWeek: number): ScheduledInitiative => {
  return { initiative, quarter, startWeek, endWeek, owner: null };
};
const roadmap: Roadmap = {
  startsOn: "2027-02-01",
  riskAtStart: 540,
  plans: [
    {
      quarter: 1,
      startsOn: "2027-02-01",
      endsOn: "2027-05-02",
      goal: "",
      items: [at("pools", 1, 1, 2), at("cut", 1, 3, 5)],
      capacity: [],
      riskRemoved: 81,
      riskLeft: 459,
      exitCriteria: [],
      layers: [],
    },
  ],
  curve: [540, 540, 520, 520, 520, 459],
  greedyCurve: [540],
  left: [],
  objective: 330,
  bound: 338,
  gap: 0.0243,
  greedy: 300,
  proven: false,
  seconds: 1,
};

describe("a line of a 90-day plan", () => {
  it("says when, what, whose, how long, what it removes, after what and when it is done", () => {
    expect(sayPlanItem(at("cut", 1, 3, 5), [pools, cut], roadmap)).toBe(
      "Weeks 3–5 · Cut pods off the metadata service · platform · 4 days (3–7) · removes 61 of 540 risk points · " +
        "after Bring node pools into Terraform (week 2) · done when network-policy-metadata-egress passes on 3 clusters",
    );
  });

  it("names the quarter of what was done in an earlier plan", () => {
    expect(sayPlanItem(at("cut", 2, 3, 3), [pools, cut], roadmap)).toContain(
      "after Bring node pools into Terraform (Q1)",
    );
  });

  it("still says something about an initiative that is gone", () => {
    expect(sayPlanItem(at("gone", 1, 1, 1), [pools], roadmap)).toBe("Week 1 · gone");
  });
});

describe("sentences about initiatives", () => {
  it("name the phase of a split one, and how it is verified", () => {
    expect(sayInitiative({ ...pools, phase: { number: 1, of: 2 } })).toBe(
      "Bring node pools into Terraform (phase 1 of 2)",
    );
    expect(sayDoneWhen({ ...cut, verifiedBy: ["a", "b"] })).toBe("done when a and b pass on 3 clusters");
    expect(sayDoneWhen({ ...pools, clusters: ["a"] })).toBe("done when a new answer on 1 cluster says so");
  });

  it("keep the computed effort beside an override", () => {
    const override = { days: 9, reason: "new team", by: "Ines", at: "2027-01-01" };
    expect(sayEffort(effort)).toBe("3 / 4 / 7 fixed");
    expect(sayEffort({ ...effort, days: 9, override })).toBe(
      "9 days as set by Ines: new team (computed: 4.3 days, 3 / 4 / 7 fixed)",
    );
  });
});

describe("sentences about the year", () => {
  it("say how far from the best the plan is at most, and how much better than greedy", () => {
    expect(sayProof(roadmap)).toBe(
      "This order removes 330 risk-quarters within the year, 10 % more than picking by risk per effort. The proven upper bound is 338, so it is at most 2.5 % from the best possible.",
    );
    expect(sayProof({ ...roadmap, greedy: 330, proven: true })).toBe(
      "This order removes 330 risk-quarters within the year. No order under the same capacity removes more: proven.",
    );
  });

  it("say what is left of the risk", () => {
    expect(sayYear(roadmap)).toBe("540 risk points at the start, 459 after four plans: 15 % of the risk is removed");
  });
});
