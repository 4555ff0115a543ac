import { type Control, MATURITY_NAMES } from "#lib/catalog/control.ts";
import type { Said } from "./decide.ts";
import type { Contradiction } from "./evidence.ts";
import type { Seen } from "./pool-sights.ts";
import { sayShare } from "./sentences-of-sights.ts";

/**
 * Where a fresh answer and a fresh observation differ, in either direction; null when they agree. Seen 3 agrees with
 * an answer of 4. Checks that see only a part ("caps") agree with every answer that they leave room for.
 */
export function contradict(
  control: Pick<Control, "id" | "observation">,
  seen: Seen | null,
  said: Said | null,
): Contradiction | null {
  if (!seen || !said || agrees(control, seen, said)) return null;
  const claim = said.maturity === "not-applicable" ? "not applicable" : MATURITY_NAMES[said.maturity];
  const voice = seen.strength === "observed" ? "scan" : "report";
  const sentence = `The answer says ${claim}; the ${voice} shows ${whatIsShown(seen, said)}.`;
  return { control: control.id, claimed: said.maturity, seen: seen.maturity, sentence };
}

function agrees(control: Pick<Control, "observation">, seen: Seen, said: Said): boolean {
  if (said.maturity === "not-applicable") return false;
  if (control.observation === "decides")
    return said.maturity === seen.maturity || (said.maturity === 4 && seen.maturity === 3);
  return seen.fails ? said.maturity <= seen.maturity : said.maturity >= seen.maturity;
}

function whatIsShown(seen: Seen, said: Said): string {
  const noun = seen.fails ? seen.noun : "resource";
  const share = sayShare(seen.fails ? seen.affected : seen.lookedAt, seen.lookedAt, noun);
  const passes = seen.lookedAt <= 1 ? "passes" : "pass";
  if (!seen.fails) return `that ${share} ${passes}`;
  if (said.maturity !== "not-applicable" && said.maturity < seen.maturity) return `that no more than ${share} fail`;
  return seen.lookedAt <= 1 ? `that ${share} is not` : `${share} that are not`;
}
