import { type ReadRow, type RefusedCell, type Said, type StoredSaid, saysTheSame } from "./exchanged.ts";

/** What the portal knows of a question while a file is compared with it. */
export type Known = {
  /** null: there is no such question; "removed": it is no longer asked. */
  asked: { meaning: string } | "removed" | null;
  stored: StoredSaid | null;
  /** The answer at a version, out of the history; null where there is none. */
  atVersion: (version: number) => Said | null;
};

/**
 * unchanged: the file says what is stored. newer-here: the file was not edited, and somebody answered since. left-blank:
 * no level in the file. changed: the file's answer follows the stored one. conflict: both changed since the export.
 * asked-differently: the question was worded anew since the export.
 */
export type MergeOutcome = "unchanged" | "newer-here" | "left-blank" | "changed" | "conflict" | "asked-differently";
export type MergedRow = {
  question: string;
  place: string;
  is: MergeOutcome;
  /** The file's answer; null when it was left blank. */
  mine: Said | null;
  theirs: StoredSaid | null;
};

/** Those that a person must decide about before they are taken. */
export const TO_DECIDE: readonly MergeOutcome[] = ["conflict", "asked-differently"];

/**
 * Compares each row with what is stored, by the version that it was exported at (a merge of three: exported, file, stored).
 * `sameAssessment` false: versions of another assessment say nothing, so whatever differs from a stored answer is a conflict.
 */
export function mergeRows(
  rows: readonly ReadRow[],
  known: (question: string) => Known,
  sameAssessment: boolean,
): { rows: MergedRow[]; refused: RefusedCell[] } {
  const merged: MergedRow[] = [];
  const refused: RefusedCell[] = [];
  for (const row of rows) {
    const { asked, stored, atVersion } = known(row.question);
    if (asked === null || asked === "removed") {
      // What nobody answered, or says what is kept already, needs no word.
      if (!row.said || (stored && saysTheSame(row.said, stored))) continue;
      refused.push({ place: row.place, says: sayNotAsked(row.question, asked) });
      continue;
    }
    const base = sameAssessment && row.version > 0 ? atVersion(row.version) : null;
    const is = outcomeOf(row, { meaning: asked.meaning, stored, base, sameAssessment });
    merged.push({ question: row.question, place: row.place, is, mine: row.said, theirs: stored });
  }
  return { rows: merged, refused };
}

type Compared = { meaning: string; stored: StoredSaid | null; base: Said | null; sameAssessment: boolean };

function outcomeOf(
  { said, version, meaning: was }: ReadRow,
  { meaning, stored, base, sameAssessment }: Compared,
): MergeOutcome {
  if (!said) return "left-blank";
  if (stored && saysTheSame(said, stored)) return "unchanged";
  if (stored && base && saysTheSame(said, base)) return "newer-here";
  if (was !== "" && was !== meaning) return "asked-differently";
  if (!stored) return "changed";
  return sameAssessment && base && stored.version === version ? "changed" : "conflict";
}

function sayNotAsked(question: string, asked: "removed" | null): string {
  const id = question.length > 60 ? `${question.slice(0, 60).toWellFormed()}…` : question;
  return asked === "removed"
    ? `The question ${id} is no longer asked. What was answered to it is kept; the file's answer stays in the file.`
    : `There is no question ${id}. Its id was changed, or it comes from somewhere else: copy the answer into a fresh export.`;
}
