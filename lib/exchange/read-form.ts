import { COLUMNS, NEEDED } from "./columns.ts";
import { NoQuestionnaire, type ReadExchange, type ReadRow, type RefusedCell } from "./exchanged.ts";
import { ASSESSMENT_LINE } from "./form-of-rows.ts";
import { readSaid } from "./read-said.ts";
import type { ReadCell, ReadSheet, SheetRow } from "./workbook/read-sheet.ts";

/** The head stands in one of the first rows, wherever somebody put it. */
const HEAD_WITHIN = 20;
const IS_READ = ["question", "version", "meaning", "level", "comment", "confidence"] as const;
type ReadColumn = (typeof IS_READ)[number];
type Head = { row: number; at: Map<ReadColumn, number> };

/**
 * What a workbook says: each sheet that has the questionnaire's columns, by their titles. Throws NoQuestionnaire when none has;
 * what cannot be taken is named with sheet, row and column.
 */
export function readForm(sheets: readonly ReadSheet[]): ReadExchange {
  const found: ReadExchange = { assessment: null, rows: [], refused: [] };
  let heads = 0;
  for (const sheet of sheets) {
    found.assessment ??= assessmentOf(sheet);
    const head = headOf(sheet);
    if (!head) continue;
    heads++;
    for (const row of sheet.rows) if (row.number > head.row) readRow(sheet, row, head, found);
  }
  if (heads === 0)
    throw new NoQuestionnaire(
      "No sheet of this file holds the questionnaire.",
      `Nothing was stored. A sheet needs the columns ${NEEDED.map((id) => `"${titleOf(id)}"`).join(", ")}: export the questionnaire and fill in that file.`,
    );
  return found;
}

function readRow(sheet: ReadSheet, row: SheetRow, head: Head, found: ReadExchange): void {
  const cell = (column: ReadColumn): ReadCell | undefined => row.cells.get(head.at.get(column) ?? -1);
  const text = (column: ReadColumn) => cell(column)?.text ?? "";
  if (IS_READ.every((column) => text(column).trim() === "" && !cell(column)?.formula)) return;
  const place = `sheet "${sheet.name}", row ${row.number}`;
  const refuse = (column: ReadColumn, says: string) =>
    found.refused.push({ place: `${place}, column "${titleOf(column)}"`, says });
  const computed = IS_READ.find((column) => cell(column)?.formula || cell(column)?.error);
  if (computed)
    return void refuse(
      computed,
      cell(computed)?.error
        ? "The spreadsheet shows an error here. Write the value instead."
        : "This cell holds a formula, and nothing is computed here. Paste its value instead.",
    );
  const question = text("question").trim();
  if (question === "")
    return void refuse("question", "The id of the question is missing. Copy the row's answer into a fresh export.");
  const version = Number(text("version").trim() || "0");
  if (!Number.isInteger(version) || version < 0 || version > 2 ** 31 - 1)
    return void refuse("version", "This was a number when it was exported. Copy the row's answer into a fresh export.");
  const read = readSaid(text("level"), text("comment"), text("confidence"));
  if ("says" in read) return void refuse(read.field, read.says);
  found.rows.push({ place, question, version, meaning: text("meaning").trim(), said: read.said });
}

function headOf(sheet: ReadSheet): Head | null {
  for (const row of sheet.rows.filter(({ number }) => number <= HEAD_WITHIN)) {
    const at = new Map<ReadColumn, number>();
    for (const [column, { text }] of row.cells) {
      const id = IS_READ.find((each) => sameWords(titleOf(each), text));
      if (id && !at.has(id)) at.set(id, column);
    }
    if (NEEDED.every((id) => at.has(id))) return { row: row.number, at };
  }
  return null;
}

function assessmentOf(sheet: ReadSheet): string | null {
  for (const { cells } of sheet.rows.slice(0, HEAD_WITHIN))
    if (sameWords(cells.get(0)?.text ?? "", ASSESSMENT_LINE)) return cells.get(1)?.text.trim() ?? null;
  return null;
}

function titleOf(id: ReadColumn): string {
  return COLUMNS.find((column) => column.id === id)?.title ?? id;
}

function sameWords(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

/** Rows that answer the same question in one file: none of them is taken unless they say the same. */
export function withoutDoubles(read: ReadExchange, isSame: (a: ReadRow, b: ReadRow) => boolean): ReadExchange {
  const refused: RefusedCell[] = [...read.refused];
  const rows: ReadRow[] = [];
  for (const [question, all] of Map.groupBy(read.rows, (row) => row.question)) {
    const told = all.filter(({ said }) => said !== null);
    const [first = all[0], ...others] = told;
    if (first && others.every((other) => isSame(first, other))) rows.push(first);
    else
      refused.push({
        place: told.map(({ place }) => place).join(" and "),
        says: `They answer the question ${question} differently. Keep one of them.`,
      });
  }
  return { ...read, rows, refused };
}
