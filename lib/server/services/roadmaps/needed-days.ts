import { SKILLS, type Skill } from "#lib/catalog/control.ts";
import type { Initiative } from "#lib/planning/initiative.ts";

/** Person-days that all initiatives together take, by skill. */
export function neededBySkill(initiatives: readonly Initiative[]): Partial<Record<Skill, number>> {
  const needed: Partial<Record<Skill, number>> = {};
  for (const { effort } of initiatives)
    for (const skill of SKILLS) needed[skill] = (needed[skill] ?? 0) + (effort.bySkill[skill] ?? 0);
  return Object.fromEntries(Object.entries(needed).map(([skill, days]) => [skill, Math.round((days ?? 0) * 10) / 10]));
}

/** A start for who never planned: what is needed, spread evenly over the year. */
export function firstGuess(initiatives: readonly Initiative[]): Partial<Record<Skill, number[]>> {
  return Object.fromEntries(
    Object.entries(neededBySkill(initiatives)).map(([skill, days]) => [
      skill,
      new Array(4).fill(Math.ceil((days ?? 0) / 4)),
    ]),
  );
}
