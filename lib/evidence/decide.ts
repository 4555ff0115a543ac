import { type Control, MATURITY_NAMES } from "#lib/catalog/control.ts";
import type { Maturity } from "#lib/catalog/framework.ts";
import type { ControlVerdict, Evidence } from "./evidence.ts";
import type { Seen } from "./pool-sights.ts";

/** What people say about one control, all fresh answers together. */
export type Said = { maturity: Maturity | "not-applicable"; evidence: Evidence };

type Decision = Pick<ControlVerdict, "maturity" | "applicable" | "decidedBy" | "because">;

/**
 * Weighs what was seen against what was said about one control. Neither: unknown, and the caller says since when.
 *
 * - Checks that decide: what was seen counts. Seen enforced (3) and answered 4 is 4: the scan is the verification.
 * - Checks that cap: what fails is the most that it can be; what passes leaves the word to the answer.
 * - "Not applicable" takes the control out, unless a machine found something to look at: then it does apply.
 *   (Not only when something fails: repairing the last failing resource would else lower the scores around it.)
 */
export function decide(control: Pick<Control, "observation">, seen: Seen | null, said: Said | null): Decision {
  if (!seen) return said ? attested(said) : { maturity: null, applicable: true, decidedBy: null, because: "" };
  const observed = { maturity: seen.maturity, applicable: true, decidedBy: seen.strength, because: seen.says };
  if (!said || said.maturity === "not-applicable") return observed;
  if (control.observation === "decides") {
    if (seen.maturity !== 3 || said.maturity !== 4) return observed;
    return { ...observed, maturity: 4, because: `${said.evidence.says} The scan confirms it: ${seen.says}` };
  }
  if (!seen.fails || said.maturity <= seen.maturity) return attested(said);
  const most = MATURITY_NAMES[seen.maturity];
  return { ...observed, because: `${seen.says} That makes it ${most} at most.` };
}

function attested({ maturity, evidence }: Said): Decision {
  const applicable = maturity !== "not-applicable";
  return { maturity: applicable ? maturity : null, applicable, decidedBy: "attested", because: evidence.says };
}
