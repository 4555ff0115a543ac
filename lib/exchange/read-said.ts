import type { Said } from "./exchanged.ts";
import { CONFIDENCES, LEVEL_CHOICES, readLevel } from "./level-words.ts";

export const LONGEST_COMMENT = 10_000;

export type Field = "level" | "comment" | "confidence";
export type ReadSaid = { said: Said | null } | { field: Field; says: string };

/**
 * An answer out of what was written into its three fields; `said` null where all of it was left blank, and what to do where
 * they do not make an answer.
 */
export function readSaid(level: string, comment: string, confidence: string): ReadSaid {
  if (level.trim() === "") {
    if (comment.trim() === "") return { said: null };
    return { field: "level", says: "There is a comment and no level. Choose a level, or take the comment out." };
  }
  const chosen = readLevel(level);
  if (!chosen)
    return { field: "level", says: `"${shown(level)}" is no level. Write one of: ${LEVEL_CHOICES.join(", ")}.` };
  if (comment.length > LONGEST_COMMENT)
    return { field: "comment", says: `It has ${comment.length} characters. Shorten it to ${LONGEST_COMMENT}.` };
  if (chosen.notApplicable && comment.trim() === "")
    return { field: "comment", says: "It does not apply, and no reason is given. Write the reason here." };
  const word = confidence.trim().toLowerCase();
  const sure = word === "" ? "medium" : CONFIDENCES.find((each) => each === word);
  if (!sure)
    return { field: "confidence", says: `"${shown(confidence)}" is no confidence. Write low, medium or high.` };
  return { said: { ...chosen, comment: comment.replaceAll("\0", ""), confidence: sure } };
}

function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40).toWellFormed()}…` : text;
}
