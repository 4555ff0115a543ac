import { CHECKS } from "../registry.ts";
import type { Result } from "../result.ts";
import { DISAGREEMENTS } from "./disagreements.fixture.ts";

/** What another project expects: that some of our checks reject something, or that none of them does. */
export type Expectation = {
  /** What the other project calls it, with the file. */
  label: string;
  /** Ids of our checks that speak about it, or parts of them. */
  checks: readonly string[];
  expected: "pass" | "fail";
  results: readonly Result[];
};

const KNOWN = new Set(CHECKS.map((check) => check.id));

type Sight = { seen: readonly string[]; verdict: "found" | "missed" | "quiet" | "false alarm" };

/**
 * Compares our results with expectations and prints recall and false alarms. Answers the cases that we see differently
 * without having said why in disagreements.fixture.ts, and the disagreements that are none any more.
 */
export function measure(corpus: string, expectations: readonly Expectation[]): string[] {
  const counts = { found: 0, missed: 0, quiet: 0, "false alarm": 0 };
  const explained = { missed: 0, "false alarm": 0 };
  const checks = new Set<string>();
  const needed = new Set<string>();
  const unexplained: string[] = [];
  for (const expectation of expectations) {
    const sight = compare(expectation);
    if (sight === null) continue;
    const { seen, verdict } = sight;
    for (const told of seen) checks.add(partOf(told).id);
    counts[verdict]++;
    if (verdict !== "missed" && verdict !== "false alarm") continue;
    const reason = reasonFor(corpus, expectation.label);
    if (reason === undefined) unexplained.push(`${verdict}: ${seen.join("+")}: ${expectation.label}`);
    else {
      needed.add(reason);
      explained[verdict]++;
    }
  }
  const { found, missed, quiet, "false alarm": alarms } = counts;
  const [missedRest, alarmsRest] = [missed - explained.missed, alarms - explained["false alarm"]];
  console.log(
    `${corpus}: ${found + missed + quiet + alarms} cases over ${checks.size} of our checks; as they come: recall ${share(found, found + missed)}, ` +
      `false alarms ${share(alarms, quiet + alarms)}; without the ${missed + alarms - missedRest - alarmsRest} that we judge otherwise for a ` +
      `stated reason: recall ${share(found, found + missedRest)}, false alarms ${share(alarmsRest, quiet + alarmsRest)}`,
  );
  const stated = DISAGREEMENTS.filter((one) => one.corpus === corpus).flatMap(({ cases }) => cases);
  return [...unexplained, ...stated.filter((text) => !needed.has(text)).map((text) => `no longer differs: ${text}`)];
}

function share(part: number, whole: number): string {
  return `${part} of ${whole} (${whole === 0 ? 0 : ((100 * part) / whole).toFixed(1)} %)`;
}

/** What our checks say to one expectation; null where they cannot be compared. */
function compare({ checks, expected, results }: Expectation): Sight | null {
  const ours = checks.filter((told) => KNOWN.has(partOf(told).id));
  const failing = ours.filter((told) => results.some((result) => isFaultIn(partOf(told), result)));
  // Where a check of theirs spreads over several of ours and one does not exist, silence proves nothing.
  const provesNothing = expected === "fail" && failing.length === 0 && ours.length < checks.length;
  if (ours.length === 0 || provesNothing) return null;
  if (failing.length > 0) return { seen: failing, verdict: expected === "fail" ? "found" : "false alarm" };
  return { seen: ours, verdict: expected === "fail" ? "missed" : "quiet" };
}

/** "apiserver-kubelet-tls: --kubelet-client-" is the part of a check whose faults name these words. */
function partOf(told: string): { id: string; words: string } {
  const [id = "", words = ""] = told.split(": ");
  return { id, words };
}

function isFaultIn({ id, words }: ReturnType<typeof partOf>, { check, outcome, field, message }: Result): boolean {
  return check === id && outcome === "fail" && (field.includes(words) || message.includes(words));
}

/** The part of the label by which a stated disagreement covers this case. */
function reasonFor(corpus: string, label: string): string | undefined {
  return DISAGREEMENTS.filter((one) => one.corpus === corpus)
    .flatMap(({ cases }) => cases)
    .find((text) => (text.endsWith("$") ? label.endsWith(text.slice(0, -1)) : label.includes(text)));
}
