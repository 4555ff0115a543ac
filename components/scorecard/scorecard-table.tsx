"use client";

import { useMemo } from "react";
import { LayerMark } from "#components/scores/layer-mark.tsx";
import { LAYERS_OUTERMOST_FIRST } from "#components/scores/layer-names.ts";
import { type DataColumn, DataTable } from "#components/ui/data-table.tsx";
import type { Quadrant } from "#lib/planning/initiative.ts";
import { formatCount, formatDecimal } from "#lib/presentation/numbers.ts";
import { sayInitiative, sayQuadrant } from "#lib/presentation/sentences-of-plans.ts";
import type { NumberedInitiative } from "./numbered.ts";

type Props = {
  rows: readonly NumberedInitiative[];
  selected: string;
  compared: ReadonlySet<string>;
  onSelect: (id: string) => void;
  onCompare: (id: string) => void;
};

const ORDER: readonly Quadrant[] = ["do now", "plan well", "fill in", "think twice"];

/** The scorecard in rows; its buttons choose what the panel shows and what the chart marks. */
export function ScorecardTable({ rows, selected, compared, onSelect, onCompare }: Props) {
  const columns = useMemo(
    () => [nameColumn(selected, onSelect), ...OTHER_COLUMNS, compareColumn(compared, onCompare)],
    [selected, onSelect, compared, onCompare],
  );
  return (
    <DataTable
      label="The scorecard as a table"
      rows={rows}
      columns={columns}
      idOf={({ initiative }) => initiative.id}
      sort={{ id: "risk", desc: true }}
      selected={selected}
    />
  );
}

/** The name, as the button that chooses. */
function nameColumn(selected: string, onSelect: Props["onSelect"]): DataColumn<NumberedInitiative> {
  return {
    id: "initiative",
    title: "Initiative",
    sortBy: ({ number }) => number,
    cell: ({ number, initiative }) => (
      <button
        type="button"
        aria-pressed={initiative.id === selected}
        onClick={() => onSelect(initiative.id)}
        className="flex min-h-6 w-full min-w-48 gap-2.5 rounded-small text-left hover:underline aria-pressed:font-strong"
      >
        <span className="w-5 shrink-0 text-right text-muted">{number}</span>
        {sayInitiative(initiative)}
      </button>
    ),
  };
}

/** A box that puts it beside others. */
function compareColumn(compared: ReadonlySet<string>, onCompare: Props["onCompare"]): DataColumn<NumberedInitiative> {
  return {
    id: "compare",
    title: "Compare",
    width: "w-22",
    cell: ({ initiative }) => (
      <label className="grid min-h-6 place-items-center">
        <span className="sr-only">Compare {sayInitiative(initiative)}</span>
        <input
          type="checkbox"
          checked={compared.has(initiative.id)}
          onChange={() => onCompare(initiative.id)}
          className="size-4 accent-accent"
        />
      </label>
    ),
  };
}

const OTHER_COLUMNS: readonly DataColumn<NumberedInitiative>[] = [
  {
    id: "quadrant",
    title: "Quadrant",
    width: "w-24",
    sortBy: ({ initiative }) => ORDER.indexOf(initiative.quadrant),
    cell: ({ initiative }) => <span className="whitespace-nowrap">{sayQuadrant(initiative.quadrant)}</span>,
  },
  {
    id: "layer",
    title: "Layer",
    width: "w-24",
    sortBy: ({ initiative }) => LAYERS_OUTERMOST_FIRST.indexOf(initiative.layer),
    cell: ({ initiative }) => <LayerMark layer={initiative.layer} />,
  },
  {
    id: "findings",
    title: "Findings",
    width: "w-22",
    number: true,
    sortBy: ({ initiative }) => initiative.findings.length,
    cell: ({ initiative }) => formatCount(initiative.findings.length),
  },
  {
    id: "effort",
    title: "Days",
    width: "w-16",
    number: true,
    sortBy: ({ initiative }) => initiative.effort.days,
    cell: ({ initiative }) => formatDecimal(initiative.effort.days),
  },
  {
    id: "risk",
    title: "Risk",
    width: "w-16",
    number: true,
    sortBy: ({ initiative }) => initiative.risk,
    cell: ({ initiative }) => formatDecimal(initiative.risk),
  },
];
