import type { Maturity } from "#lib/catalog/framework.ts";

/** What somebody says to a question; the comment of an answer that does not apply is the reason. */
export type Said = {
  /** null with `notApplicable`. */
  maturity: Maturity | null;
  notApplicable: boolean;
  comment: string;
  confidence: "low" | "medium" | "high";
};

/** An answer as it is stored: its version grows by one with each write. */
export type StoredSaid = Said & { version: number; by: string /** ISO 8601 */; at: string };

/** One question as it leaves the portal. */
export type ExchangeRow = {
  question: string;
  dimension: string;
  /** The concern's title; the control's dimension stands alone where there is none. */
  concern: string;
  control: string;
  asks: string;
  why: string;
  findOut: string;
  levels: readonly string[];
  /** Of the question's wording, so that a change of the catalogue in between is seen (lib/catalog/meaning-of.ts). */
  meaning: string;
  /** Why it is not asked any more or does not concern the clusters; "" where it is asked. */
  notAsked: string;
  answer: StoredSaid | null;
  /** What an earlier assessment answered, or this one to another wording, and nobody confirmed yet; "" where nothing waits. */
  toConfirm: string;
};

/** Whose questionnaire it is. */
export type ExchangeHead = {
  assessment: { id: string; name: string };
  organization: string;
  catalogue: string;
  /** ISO 8601 */
  exportedAt: string;
};

/** One row as it comes back. `said` null: left blank. */
export type ReadRow = {
  /** Where it stands, in words: 'sheet "Questionnaire", row 12' */
  place: string;
  question: string;
  /** The version that was exported; 0: there was no answer. */
  version: number;
  meaning: string;
  said: Said | null;
};

/** A cell or a row that is not taken, with what to do about it. */
export type RefusedCell = { place: string; says: string };

/** What a file says, row by row. `assessment` is the one that it was exported from; null where the file does not say. */
export type ReadExchange = { assessment: string | null; rows: ReadRow[]; refused: RefusedCell[] };

/** A file that is no questionnaire at all; the message says why, the detail what to do. */
export class NoQuestionnaire extends Error {
  override name = "NoQuestionnaire";
  readonly detail: string;

  constructor(message: string, detail: string) {
    super(message);
    this.detail = detail;
  }
}

/** Whether two answers say the same: line ends count as one, because spreadsheets change them. */
export function saysTheSame(a: Said, b: Said): boolean {
  return (
    a.maturity === b.maturity &&
    a.notApplicable === b.notApplicable &&
    a.confidence === b.confidence &&
    plain(a.comment) === plain(b.comment)
  );
}

function plain(text: string): string {
  return text.toWellFormed().replaceAll(/\r\n?/g, "\n");
}
