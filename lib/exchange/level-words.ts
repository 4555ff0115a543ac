import { MATURITY_NAMES } from "#lib/catalog/control.ts";
import type { Maturity } from "#lib/catalog/framework.ts";
import type { Said } from "./exchanged.ts";

export const NOT_APPLICABLE = "does not apply";
const LEVELS = [0, 1, 2, 3, 4] as const satisfies readonly Maturity[];

/** What a spreadsheet offers as levels: "0 absent" … "4 enforced and verified", "does not apply". */
export const LEVEL_CHOICES: readonly string[] = [
  ...LEVELS.map((level) => `${level} ${MATURITY_NAMES[level]}`),
  NOT_APPLICABLE,
];

export const CONFIDENCES = ["low", "medium", "high"] as const;

/** The level of an answer in one of these words; "" for none. */
export function sayLevel(said: Pick<Said, "maturity" | "notApplicable"> | null): string {
  if (!said) return "";
  if (said.notApplicable) return NOT_APPLICABLE;
  return said.maturity === null ? "" : (LEVEL_CHOICES[said.maturity] ?? "");
}

/** A level as people write it: "3", 3.0, "3 enforced", "3 - enforced", "enforced", "does not apply", "n/a"; null: none of these. */
export function readLevel(text: string): Pick<Said, "maturity" | "notApplicable"> | null {
  const words = text.trim().toLowerCase().replaceAll(/\s+/g, " ");
  if ([NOT_APPLICABLE, "not applicable", "n/a", "na"].includes(words)) return { maturity: null, notApplicable: true };
  const number = /^([0-4])(?:\.0*)?(?:$|[\s·:.–-]+(.*)$)/.exec(words);
  const name = number ? (number[2] ?? "") : words;
  const level = LEVELS.find((each) => (number ? String(each) === number[1] : MATURITY_NAMES[each] === words));
  if (level === undefined) return null;
  // A number with another level's name says two things at once.
  return number && name !== "" && name !== MATURITY_NAMES[level] ? null : { maturity: level, notApplicable: false };
}
