import type { Skill } from "#lib/catalog/control.ts";

/** What something took, beside what was estimated before it was begun. Person-days. */
export type Took = { skill: Skill; estimated: number; actual: number };

/** By how much estimates of a skill are off, and of how many pieces of work that is learned. */
export type Learned = { factor: number; count: number };

/** Days of a skill that estimates are trusted for before actuals weigh as much. */
const TRUST = 10;
/** Fewer than that are a coincidence. */
const FEWEST = 2;
/** What is learned never more than doubles or halves an estimate: beyond that a person should look. */
const [LEAST, MOST] = [0.5, 2];

/**
 * Factors for estimates by main skill: (trust + actual days) / (trust + estimated days), a ratio that is drawn towards 1 as
 * long as little is known (additive smoothing), in steps of 0.05.
 */
export function learnEffort(took: readonly Took[]): Partial<Record<Skill, Learned>> {
  const bySkill = Map.groupBy(
    took.filter(({ estimated }) => estimated > 0),
    ({ skill }) => skill,
  );
  const factors = [...bySkill].flatMap(([skill, own]): [Skill, Learned][] => {
    if (own.length < FEWEST) return [];
    const sum = (of: "actual" | "estimated") => own.reduce((total, each) => total + each[of], TRUST);
    const factor = Math.round(Math.min(MOST, Math.max(LEAST, sum("actual") / sum("estimated"))) * 20) / 20;
    return factor === 1 ? [] : [[skill, { factor, count: own.length }]];
  });
  return Object.fromEntries(factors);
}
