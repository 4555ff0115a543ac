import { formatDecimal, percentOf } from "#lib/presentation/numbers.ts";
import type { Derivation, Score } from "./score.ts";

/** A number that goes into a mean, with the weight that it has there. */
export type Weighed = { label: string; weight: number; score: Score; derivation: Derivation };
export type Scored = { score: Score; derivation: Derivation };

/** Nothing applies: no weight, so it counts nowhere, and it holds no inner layer down. */
export const NOTHING_APPLIES: Score = { low: 100, high: 100, coverage: 1, weight: 0 };

/** Scores are kept in tenths at every stage, so that a person who recomputes one from its parts gets the same. */
export function toTenths(value: number): number {
  return Math.round(value * 10 + 1e-9) / 10;
}

/**
 * Weighted mean of scores; low, high and coverage each for itself. Parts without weight (nothing applies) stay out.
 * `by` names the weight in the derivation ("weight", "criticality"). The weight of the result is the sum of the parts'
 * weights.
 */
export function weightedMean(label: string, parts: readonly Weighed[], by = "weight"): Scored {
  const counted = parts.filter((part) => part.weight > 0 && part.score.weight > 0);
  const weight = sum(counted.map((part) => part.weight));
  const listed = parts.map((part) => named(part, by));
  if (weight === 0) {
    return { score: NOTHING_APPLIES, derivation: { label, value: "–", rule: "Nothing here applies.", parts: listed } };
  }
  const mean = (of: (score: Score) => number) => sum(counted.map((part) => part.weight * of(part.score))) / weight;
  const low = toTenths(mean((score) => score.low));
  const high = toTenths(mean((score) => score.high));
  const coverage = Math.min(
    1,
    mean((score) => score.coverage),
  );
  const score = { low, high, coverage, weight };
  return { score, derivation: { label, value: sayScore(score), rule: ruleOf(counted, score, by), parts: listed } };
}

/** "37.5 to 62.5 of 100"; one number when evidence leaves no room. */
export function sayScore({ low, high, weight }: Score): string {
  if (weight <= 0) return "–";
  return low === high ? `${formatDecimal(low)} of 100` : `${formatDecimal(low)} to ${formatDecimal(high)} of 100`;
}

function named(part: Weighed, by: string): Derivation {
  const weight = part.score.weight > 0 ? part.weight : 0;
  return { ...part.derivation, label: `${part.label} (${by} ${formatDecimal(weight)})` };
}

function ruleOf(parts: readonly Weighed[], score: Score, by: string): string {
  const end = (name: string, of: (score: Score) => number) =>
    `${name} ${sumInWords(parts, of)} / ${formatDecimal(score.weight)} = ${formatDecimal(of(score))}`;
  const ends =
    score.low === score.high
      ? end("here", (one) => one.low)
      : `${end("low", (one) => one.low)}, ${end("high", (one) => one.high)}`;
  return `Weighted mean, sum of ${by} × score divided by the sum of ${by}: ${ends}. Coverage ${percentOf(score.coverage)} % of weight.`;
}

/** Up to six terms are written out; of more, the sum. The terms stand beneath in any case. */
function sumInWords(parts: readonly Weighed[], of: (score: Score) => number): string {
  if (parts.length > 6) return formatDecimal(sum(parts.map((part) => part.weight * of(part.score))));
  return `(${parts.map((part) => `${formatDecimal(part.weight)} × ${formatDecimal(of(part.score))}`).join(" + ")})`;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
