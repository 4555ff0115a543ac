import { COLUMNS, type ExchangeColumn } from "./columns.ts";
import type { ExchangeHead, ExchangeRow } from "./exchanged.ts";

/** A sheet with cells to fill in, for the one who draws it: cells as values, texts never formulas. */
export type FormSheet = {
  name: string;
  columns: readonly Pick<ExchangeColumn, "title" | "width" | "hidden" | "open" | "choices">[];
  rows: readonly (readonly (string | number)[])[];
};

export const QUESTIONS_SHEET = "Questionnaire";
export const ABOUT_SHEET = "About this file";
export const ASSESSMENT_LINE = "Assessment id";

/** The questionnaire as two sheets: the questions with what is answered, and what the file is and how it comes back. */
export function formOfRows(head: ExchangeHead, rows: readonly ExchangeRow[]): FormSheet[] {
  return [
    {
      name: QUESTIONS_SHEET,
      columns: COLUMNS,
      rows: rows.map((row) => COLUMNS.map(({ value }) => value(row))),
    },
    {
      name: ABOUT_SHEET,
      columns: [
        { title: "What", width: 24 },
        { title: "Says", width: 90 },
      ],
      rows: aboutLines(head),
    },
  ];
}

function aboutLines({ assessment, organization, catalogue, exportedAt }: ExchangeHead): string[][] {
  return [
    ["Organization", organization],
    ["Assessment", assessment.name],
    [ASSESSMENT_LINE, assessment.id],
    ["Catalogue", catalogue],
    ["Exported at", exportedAt],
    ["To fill in", "Choose your level, write a comment, say how sure you are. All other cells are locked."],
    ["Does not apply", "Choose it as the level and say why in the comment."],
    ["Left blank", "A row without a level changes nothing: answers are never deleted by a file."],
    ["Formulas", "A cell with a formula is refused, because nothing is computed on import. Paste its value instead."],
    [
      "To bring it back",
      "Open the assessment, choose Fill in offline, import this file and look at what would change.",
    ],
  ];
}
