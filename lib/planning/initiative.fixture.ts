import type { Initiative } from "./initiative.ts";

/** An initiative with just what a test cares about. */
export function initiativeOf(
  told: Partial<Omit<Initiative, "effort">> & { id: string; bySkill?: Initiative["effort"]["bySkill"] },
): Initiative {
  const { bySkill = { platform: 5 }, ...rest } = told;
  const days = Object.values(bySkill).reduce((sum, each) => sum + (each ?? 0), 0);
  return {
    remedy: told.id,
    title: `Do ${told.id}`,
    layer: "cluster",
    concerns: [],
    dimensions: ["security"],
    findings: [`c:${told.id}`],
    clusters: ["c"],
    risk: 10,
    effort: {
      optimistic: days,
      likely: days,
      pessimistic: days,
      computed: days,
      days,
      bySkill,
      override: null,
      how: "",
    },
    skill: "platform",
    things: 1,
    thing: "workload",
    after: [],
    steps: [],
    riskOfDoing: "",
    rollback: "",
    verifiedBy: ["a"],
    quadrant: "do now",
    phase: null,
    ...rest,
  };
}
