import { LAYERS } from "#lib/catalog/framework.ts";
import { dice } from "./dice.ts";
import type { PlanInstance, PlanItem } from "./instance.ts";

const SKILLS = ["platform", "security", "application"] as const;

/**
 * A year that is hard to plan: three skills that every initiative shares in, capacity for `tightness` of the whole effort,
 * risk that follows effort with noise, a third of the initiatives after one or two others.
 */
export function denseInstance(count: number, seed: number, { tightness = 0.7, quarters = 4 } = {}): PlanInstance {
  const roll = dice(seed * 7_919 + count);
  const between = (from: number, to: number) => from + Math.floor(roll() * (to - from + 1));
  const initiatives = Array.from({ length: count }, (_, i): PlanItem => {
    const main = SKILLS[between(0, 2)];
    const effort = Object.fromEntries(SKILLS.map((skill) => [skill, skill === main ? between(4, 20) : between(0, 8)]));
    const days = Object.values(effort).reduce((sum, value) => sum + value, 0);
    const after = i > 2 && roll() < 0.33 ? [...new Set([between(0, i - 1), between(0, i - 1)])].map(idOf) : [];
    const risk = Math.max(1, Math.round(days * (0.5 + 1.5 * roll()) + between(-5, 15)));
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
  const capacity = Object.fromEntries(
    SKILLS.map((skill) => {
      const total = initiatives.reduce((sum, { effort }) => sum + (effort[skill] ?? 0), 0);
      return [skill, Array.from({ length: quarters }, () => Math.round((total * tightness) / quarters))];
    }),
  );
  return { quarters, capacity, initiatives };
}

function idOf(i: number): string {
  return `i${String(i + 1).padStart(4, "0")}`;
}
