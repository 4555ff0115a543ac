import type { RefusedCell, Said, StoredSaid } from "#lib/exchange/exchanged.ts";
import type { MergeOutcome } from "#lib/exchange/merge-rows.ts";

/** One answer that differs from what is stored. */
export type ComparedRow = {
  question: string;
  asks: string;
  levels: readonly string[];
  place: string;
  is: MergeOutcome;
  mine: Said | null;
  theirs: StoredSaid | null;
};

/** What an import of a file would do. */
export type ComparedFile = {
  fileName: string;
  sha256: string;
  ofThisAssessment: boolean;
  rows: readonly ComparedRow[];
  unchanged: number;
  newerHere: number;
  leftBlank: number;
  refused: readonly RefusedCell[];
};

/** Which answer stays: the file's or the portal's; null: not decided yet. */
export type Choice = "file" | "portal" | null;

/** What the file alone changed is taken unless one says otherwise; what differs on both sides waits for a decision. */
export function firstChoice({ is }: Pick<ComparedRow, "is">): Choice {
  return is === "changed" ? "file" : null;
}

/** The answers to write, each with the version that was shown beside it. */
export function answersToImport(rows: readonly ComparedRow[], choiceOf: (row: ComparedRow) => Choice) {
  return rows.flatMap((row) => {
    const { question, mine, theirs } = row;
    if (!mine || choiceOf(row) !== "file") return [];
    const { maturity, notApplicable, comment, confidence } = mine;
    return [{ question, maturity, notApplicable, comment, confidence, version: theirs?.version ?? 0 }];
  });
}
