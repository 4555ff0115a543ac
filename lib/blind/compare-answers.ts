import type { BlindAnswer } from "./blind-answer.ts";

/**
 * - agreed: at least two said the same, and nobody anything else
 * - differing: `size` 1-4 is how many levels lie between the lowest and the highest; 5 when they differ in whether it applies
 * - one-sided: a single person said something · silent: nobody did
 */
export type Comparison =
  | { kind: "agreed" }
  | { kind: "differing"; size: number }
  | { kind: "one-sided" }
  | { kind: "silent" };

/** Wider than any two levels: whether a question applies decides whether it has any weight. */
export const APPLIES_OR_NOT = 5;

/** How what several people said about one question compares. The order of the answers does not matter. */
export function compareAnswers(answers: readonly Pick<BlindAnswer, "maturity" | "notApplicable">[]): Comparison {
  if (answers.length === 0) return { kind: "silent" };
  if (answers.length === 1) return { kind: "one-sided" };
  const levels = answers.flatMap(({ maturity, notApplicable }) =>
    notApplicable || maturity === null ? [] : [maturity],
  );
  if (levels.length > 0 && levels.length < answers.length) return { kind: "differing", size: APPLIES_OR_NOT };
  const size = levels.length === 0 ? 0 : Math.max(...levels) - Math.min(...levels);
  return size === 0 ? { kind: "agreed" } : { kind: "differing", size };
}
