import { CHECKS } from "../registry.ts";
import type { Result } from "../result.ts";
import { DISAGREEMENTS } from "./disagreements.fixture.ts";

/** What another project expects: that some of our checks reject something, or that none of them does. */
export type Expectation = {
  /** What the other project calls it, with the file. */
  label: string;
  /** Ids of our checks that speak about it. */
  checks: readonly string[];
  expected: "pass" | "fail";
  results: readonly Result[];
};

type Tally = { found: number; missed: string[]; quiet: number; alarms: string[] };

const KNOWN = new Set(CHECKS.map((check) => check.id));

/**
 * Compares our results with expectations and prints recall and false alarms by check. Answers those that we see
 * differently without having said why in disagreements.fixture.ts.
 */
export function measure(corpus: string, expectations: readonly Expectation[]): string[] {
  const tallies = new Map<string, Tally>();
  const total = { found: 0, missed: 0, quiet: 0, alarms: 0, explained: 0 };
  const unexplained: string[] = [];
  const needed = new Set<string>();
  for (const { label, checks, expected, results } of expectations) {
    const ours = checks.filter((id) => KNOWN.has(id));
    const failing = ours.filter((id) => results.some((result) => result.check === id && result.outcome === "fail"));
    // Where a check of theirs spreads over several of ours and one does not exist, silence proves nothing.
    if (ours.length === 0 || (expected === "fail" && failing.length === 0 && ours.length < checks.length)) continue;
    const tally = tallies.get(ours.join("+")) ?? { found: 0, missed: [], quiet: 0, alarms: [] };
    tallies.set(ours.join("+"), tally);
    const isMiss = expected === "fail" && failing.length === 0;
    const isAlarm = expected === "pass" && failing.length > 0;
    const reason = isMiss || isAlarm ? reasonFor(corpus, label) : undefined;
    if (reason !== undefined) {
      needed.add(reason);
      total.explained++;
      continue;
    }
    if (isMiss) tally.missed.push(label);
    else if (isAlarm) tally.alarms.push(label);
    else if (expected === "fail") tally.found++;
    else tally.quiet++;
    if (isMiss || isAlarm)
      unexplained.push(`${isMiss ? "missed" : "false alarm"}: ${failing.join("+") || ours.join("+")}: ${label}`);
  }
  for (const { found, missed, quiet, alarms } of tallies.values()) {
    total.found += found;
    total.missed += missed.length;
    total.quiet += quiet;
    total.alarms += alarms.length;
  }
  const { found, missed, quiet, alarms, explained } = total;
  console.log(
    `${corpus}: ${found + missed + quiet + alarms + explained} cases over ${tallies.size} of our checks; ` +
      `recall ${found} of ${found + missed}, false alarms ${alarms} of ${quiet + alarms}, ${explained} seen differently for a stated reason`,
  );
  const needless = DISAGREEMENTS.filter((one) => one.corpus === corpus).flatMap(({ cases }) => cases);
  return [...unexplained, ...needless.filter((text) => !needed.has(text)).map((text) => `no longer differs: ${text}`)];
}

/** The part of the label by which a stated disagreement covers this case. */
function reasonFor(corpus: string, label: string): string | undefined {
  return DISAGREEMENTS.filter((one) => one.corpus === corpus)
    .flatMap(({ cases }) => cases)
    .find((text) => label.includes(text));
}
