import { LAYERS } from "#lib/catalog/framework.ts";
import { dice } from "./dice.ts";
import type { PlanInstance, PlanItem } from "./instance.ts";

const SKILLS = ["platform", "security", "application"] as const;

/**
 * A year that is hard to plan: capacity for `tightness` of the whole effort, three skills, a third of the initiatives after
 * one or two others. "all": every initiative takes all skills and risk follows effort (hard to prove); "few": one or two
 * skills each and any risk.
 */
export function denseInstance(
  count: number,
  seed: number,
  { tightness = 0.7, quarters = 4, skills = "all" as "all" | "few" } = {},
): PlanInstance {
  const roll = dice(seed * 7_919 + count);
  const between = (from: number, to: number) => from + Math.floor(roll() * (to - from + 1));
  const initiatives = Array.from({ length: count }, (_, i): PlanItem => {
    const main = SKILLS[between(0, 2)] ?? "platform";
    const effort =
      skills === "all"
        ? allSkills(main, between)
        : { [SKILLS[between(0, 2)] ?? main]: between(0, 5), [main]: between(2, 15) };
    const days = Object.values(effort).reduce((sum, value) => sum + value, 0);
    const after = i > 2 && roll() < 0.33 ? [...new Set([between(0, i - 1), between(0, i - 1)])].map(idOf) : [];
    const risk =
      skills === "all" ? Math.max(1, Math.round(days * (0.5 + 1.5 * roll()) + between(-5, 15))) : between(1, 100);
    return {
      id: idOf(i),
      layer: LAYERS[between(0, 3)] ?? "code",
      risk,
      effort,
      after,
      earliest: 1,
      latest: quarters,
      pin: null,
    };
  });
  return { quarters, capacity: capacityFor(initiatives, tightness, quarters), initiatives };
}

function allSkills(main: string, between: (from: number, to: number) => number): Record<string, number> {
  return Object.fromEntries(SKILLS.map((skill) => [skill, skill === main ? between(4, 20) : between(0, 8)]));
}

function capacityFor(initiatives: readonly PlanItem[], tightness: number, quarters: number): Record<string, number[]> {
  return Object.fromEntries(
    SKILLS.map((skill) => {
      const total = initiatives.reduce((sum, { effort }) => sum + (effort[skill] ?? 0), 0);
      return [skill, Array.from({ length: quarters }, () => Math.round((total * tightness) / quarters))];
    }),
  );
}

function idOf(i: number): string {
  return `i${String(i + 1).padStart(4, "0")}`;
}
