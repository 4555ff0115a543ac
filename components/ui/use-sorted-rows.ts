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
import { useMemo, useState } from "react";
import { byValue, type SortValue } from "./by-value.ts";

export type SortColumn<T> = { id: string; number?: boolean; sortBy?: (row: T) => SortValue };
export type Sort = { id: string; desc: boolean };

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

/** Rows in the order that people chose by the heads of a table. */
export function useSortedRows<T extends object>(rows: readonly T[], columns: readonly SortColumn<T>[], first?: Sort) {
  const [sorting, setSorting] = useState<SortingState>(first ? [first] : []);
  const data = useMemo(() => [...rows], [rows]);
  const defs = useMemo(
    () =>
      columns.map(({ id, number, sortBy }) => ({
        id,
        accessorFn: sortBy ?? (() => null),
        enableSorting: sortBy !== undefined,
        sortDescFirst: number ?? false,
        sortFn: (a: Row<typeof features, T>, b: Row<typeof features, T>) =>
          byValue(sortBy?.(a.original) ?? null, sortBy?.(b.original) ?? null),
      })),
    [columns],
  );
  const table = useTable({
    features,
    data,
    columns: defs,
    state: { sorting },
    onSortingChange: (change) => setSorting((was) => functionalUpdate(change, was)),
    enableSortingRemoval: false,
  });
  return {
    sorted: table.getRowModel().rows.map((row) => row.original),
    directionOf: (id: string) => {
      const found = sorting.find((each) => each.id === id);
      return found ? (found.desc ? ("descending" as const) : ("ascending" as const)) : ("none" as const);
    },
    sortBy: (id: string) => table.getColumn(id)?.toggleSorting(),
  };
}
