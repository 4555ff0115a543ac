"use client";

import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { SortHeader } from "./sort-header.tsx";
import { TableFrame } from "./table-frame.tsx";
import { type Sort, type SortColumn, useSortedRows } from "./use-sorted-rows.ts";

/** `width`: a class such as "w-24". With one, columns stand still while rows arrive; those without share what is left. */
export type DataColumn<T> = SortColumn<T> & { title: string; cell: (row: T) => ReactNode; width?: string };

type Props<T extends object> = {
  label: string;
  rows: readonly T[];
  /** `number`: set right, in figures. `sortBy`: what it is sorted by; without it the column is not sortable. */
  columns: readonly DataColumn<T>[];
  idOf: (row: T) => string;
  /** The first sort: a column and whether the greatest comes first. */
  sort?: Sort;
  selected?: string | null;
  scrolls?: boolean;
};

/** A table that people sort by its heads. The first column names the row. */
export function DataTable<T extends object>({ label, rows, columns, idOf, sort, selected, scrolls }: Props<T>) {
  const { sorted, directionOf, sortBy } = useSortedRows(rows, columns, sort);
  return (
    <TableFrame label={label} scrolls={scrolls}>
      <table className={classNames("data-table", columns.some(({ width }) => width) && "min-w-[46rem] table-fixed")}>
        <thead>
          <tr>
            {columns.map((column) => (
              <SortHeader
                key={column.id}
                title={column.title}
                number={column.number}
                width={column.width}
                direction={column.sortBy ? directionOf(column.id) : null}
                onSort={() => sortBy(column.id)}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={idOf(row)} aria-current={idOf(row) === selected ? true : undefined}>
              {columns.map((column, at) => {
                const Cell = at === 0 ? "th" : "td";
                return (
                  <Cell
                    key={column.id}
                    scope={at === 0 ? "row" : undefined}
                    className={column.number ? "number" : undefined}
                  >
                    {column.cell(row)}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
