/** A table of the report, for spreadsheets and programs: cells as values, not as drawn. */
export type Cell = string | number | null;
/** "days" are person-days, "date" is an ISO date. */
export type ColumnKind = "text" | "number" | "days" | "date";
export type Column = { id: string; title: string; kind: ColumnKind };
export type ReportTable = {
  /** kebab-case; names files and sheets. */
  id: string;
  title: string;
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
};

type Named<Row> = Record<string, readonly [title: string, kind: ColumnKind, value: (row: Row) => Cell]>;

/** A table from a column's title, kind and value each, in their order. */
export function tableOf<Row>(id: string, title: string, rows: readonly Row[], columns: Named<Row>): ReportTable {
  const all = Object.entries(columns);
  return {
    id,
    title,
    columns: all.map(([column, [name, kind]]) => ({ id: column, title: name, kind })),
    rows: rows.map((row) => all.map(([, [, , value]]) => value(row))),
  };
}
