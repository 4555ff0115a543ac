import type { Maturity } from "#lib/catalog/framework.ts";
import type { Draft } from "./question-item.ts";

const LEVELS: Readonly<Record<string, Maturity>> = { "0": 0, "1": 1, "2": 2, "3": 3, "4": 4 };

/** The draft after a key: 0 to 4 choose a level, N says that it does not apply; null for any other key. */
export function draftByKey(key: string, draft: Draft): Draft | null {
  const level = LEVELS[key];
  if (level !== undefined) return { ...draft, maturity: level, notApplicable: false };
  if (key.toLowerCase() === "n") return { ...draft, maturity: null, notApplicable: true };
  return null;
}
