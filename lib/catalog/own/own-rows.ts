import type { OwnContent } from "./own-content.ts";

/** The same content as rows of a workbook: one sheet for dimensions, one for questions, a column for each field. */
export type Cells = readonly (string | number | null)[];
export type OwnSheet = { name: "Questions" | "Dimensions"; columns: readonly string[]; rows: readonly Cells[] };

const DIMENSION_COLUMNS = ["id", "title", "asks"] as const;
const QUESTION_COLUMNS = [
  ...["id", "dimension", "concern", "layer", "title", "asks", "why", "findOut"],
  ...["level 0", "level 1", "level 2", "level 3", "level 4", "weight", "likelihood", "impact"],
  ...["initiative", "skill", "optimistic", "likely", "pessimistic", "steps", "references"],
] as const;

export function toSheets({ dimensions, questions }: OwnContent): OwnSheet[] {
  return [
    {
      name: "Questions",
      columns: QUESTION_COLUMNS,
      rows: questions
        .filter(({ removed }) => !removed)
        .map((each) => [
          ...[each.id, each.dimension, each.concern, each.layer, each.title, each.asks, each.why, each.findOut],
          ...[...each.levels, each.weight, each.likelihood, each.impact],
          ...[each.initiative.title, each.initiative.skill],
          ...[each.initiative.days.optimistic, each.initiative.days.likely, each.initiative.days.pessimistic],
          ...[each.initiative.steps.join("\n"), each.references.join(", ")],
        ]),
    },
    {
      name: "Dimensions",
      columns: DIMENSION_COLUMNS,
      rows: dimensions.map(({ id, title, asks }) => [id, title, asks]),
    },
  ];
}

/** Content as it stands in sheets, not yet looked at: the schema says what is wrong with it. Empty rows are left out. */
export function fromSheets(sheets: readonly { name: string; rows: readonly (readonly unknown[])[] }[]): unknown {
  const of = (name: string) => recordsOf(sheets.find((sheet) => sheet.name.toLowerCase() === name)?.rows ?? []);
  return { dimensions: of("dimensions").map(without), questions: of("questions").map(questionOf) };
}

type Fields = Record<string, unknown>;

function recordsOf([head = [], ...rows]: readonly (readonly unknown[])[]): Fields[] {
  const columns = head.map((cell) => String(cell ?? "").trim());
  return rows
    .filter((row) => row.some((cell) => cell !== null && String(cell).trim() !== ""))
    .map((row) =>
      Object.fromEntries(columns.map((column, at) => [column, textOf(row[at])]).filter(([column]) => column)),
    );
}

const textOf = (cell: unknown) => (typeof cell === "string" ? cell.trim() : cell);
const given = (value: unknown) => value !== null && value !== undefined && value !== "";
/** An empty cell is a field that is not given. */
const without = (record: Fields): Fields =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => given(value)));

function questionOf(record: Fields): unknown {
  const { initiative, skill, optimistic, likely, pessimistic, steps, references, ...rest } = record;
  const levels = [0, 1, 2, 3, 4].map((level) => rest[`level ${level}`]);
  const fields = Object.entries(rest).filter(([column]) => !column.startsWith("level "));
  return {
    ...without(Object.fromEntries(fields)),
    levels,
    initiative: without({
      ...{ title: initiative, skill, days: { optimistic, likely, pessimistic } },
      steps: listOf(steps, /\r?\n/),
    }),
    references: listOf(references, /,/),
  };
}

function listOf(value: unknown, by: RegExp): string[] {
  if (!given(value)) return [];
  return String(value)
    .split(by)
    .map((part) => part.trim())
    .filter(Boolean);
}
