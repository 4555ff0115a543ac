import { formatDecimal } from "#lib/presentation/numbers.ts";
import type { Derivation, Score } from "./score.ts";
import { type Scored, sayScore } from "./weighted-mean.ts";

/** The smaller of a score and what limits it, for low and high separately. Coverage and weight stay the score's own. */
export function leastOf(label: string, of: Scored, limit: Scored, why: string): Scored {
  const score: Score = {
    ...of.score,
    low: Math.min(of.score.low, limit.score.low),
    high: Math.min(of.score.high, limit.score.high),
  };
  const end = (name: string, key: "low" | "high") =>
    `${name} the smaller of ${formatDecimal(of.score[key])} and ${formatDecimal(limit.score[key])} is ${formatDecimal(score[key])}`;
  const rule = `${why}: ${end("low", "low")}, ${end("high", "high")}.`;
  return { score, derivation: { label, value: sayScore(score), rule, parts: [of.derivation, limit.derivation] } };
}

/** A number that is given here and derived elsewhere, or not at all. */
export function leaf(label: string, score: Score, rule: string): Scored {
  const derivation: Derivation = { label, value: sayScore(score), rule, parts: [] };
  return { score, derivation };
}
