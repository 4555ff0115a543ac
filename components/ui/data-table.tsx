"use client";

import {
  createSortedRowModel,
  functionalUpdate,
  type Row,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { type ReactNode, useMemo, useState } from "react";
import { byValue, type SortValue } from "./by-value.ts";
import { SortHeader } from "./sort-header.tsx";
import { TableFrame } from "./table-frame.tsx";

export type DataColumn<T> = {
  id: string;
  title: string;
  cell: (row: T) => ReactNode;
  /** Set right, in figures. */
  number?: boolean;
  /** What it is sorted by; without it the column is not sortable. */
  sortBy?: (row: T) => SortValue;
};

type Props<T extends object> = {
  label: string;
  rows: readonly T[];
  columns: readonly DataColumn<T>[];
  idOf: (row: T) => string;
  /** The first sort: a column and whether the greatest comes first. */
  sort?: { id: string; desc: boolean };
  selected?: string | null;
  scrolls?: boolean;
};

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

/** A table that people sort by its heads. The first column names the row. */
export function DataTable<T extends object>({ label, rows, columns, idOf, sort, selected, scrolls }: Props<T>) {
  const [sorting, setSorting] = useState<SortingState>(sort ? [sort] : []);
  const data = useMemo(() => [...rows], [rows]);
  const table = useTable({
    features,
    data,
    columns: useMemo(
      () =>
        columns.map((column) => ({
          id: column.id,
          accessorFn: column.sortBy ?? (() => null),
          enableSorting: column.sortBy !== undefined,
          sortDescFirst: column.number ?? false,
          sortFn: (a: Row<typeof features, T>, b: Row<typeof features, T>) =>
            byValue(column.sortBy?.(a.original) ?? null, column.sortBy?.(b.original) ?? null),
        })),
      [columns],
    ),
    getRowId: idOf,
    state: { sorting },
    onSortingChange: (change) => setSorting((was) => functionalUpdate(change, was)),
    enableSortingRemoval: false,
  });
  const direction = (id: string) => {
    const found = sorting.find((each) => each.id === id);
    return found ? (found.desc ? "descending" : "ascending") : "none";
  };
  return (
    <TableFrame label={label} scrolls={scrolls}>
      <table className="data-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <SortHeader
                key={column.id}
                title={column.title}
                number={column.number}
                direction={column.sortBy ? direction(column.id) : null}
                onSort={() => table.getColumn(column.id)?.toggleSorting()}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id} aria-current={row.id === selected ? true : undefined}>
              {columns.map((column, at) =>
                at === 0 ? (
                  <th key={column.id} scope="row">
                    {column.cell(row.original)}
                  </th>
                ) : (
                  <td key={column.id} className={column.number ? "number" : undefined}>
                    {column.cell(row.original)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
