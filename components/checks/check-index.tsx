"use client";
import { useMemo } from "react";
import { LAYER_NAMES, LAYERS_OUTERMOST_FIRST } from "#components/scores/layer-names.ts";
import { type DataColumn, DataTable } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { RiskMark } from "#components/ui/risk-mark.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { useQueryValue } from "#components/ui/use-query-value.ts";
import { LAYERS, SEVERITIES } from "#lib/catalog/framework.ts";
import { formatThings } from "#lib/presentation/numbers.ts";
import { type CheckLine, filterChecks } from "./filter-checks.ts";

type Props = {
  checks: readonly CheckLine[];
  /** Address of the reference pages of checks. */
  checksHref: string;
  dimensions: readonly { id: string; title: string }[];
  /** The filter as the server read it in the address. */
  query: { text: string | null; layer: string | null; dimension: string | null };
};

const ANY = { value: "", label: "All" };
const LAYER_CHOICES = [ANY, ...LAYERS.map((layer) => ({ value: layer, label: LAYER_NAMES[layer] }))];

/** Every check that scans run: found by its words, its layer or its dimension; each leads to its reference page. */
export function CheckIndex({ checks, checksHref, dimensions, query }: Props) {
  const [text, setText] = useQueryValue("text", query.text);
  const [layer, setLayer] = useQueryValue("layer", query.layer);
  const [dimension, setDimension] = useQueryValue("dimension", query.dimension);
  const rows = useMemo(() => filterChecks(checks, { text, layer, dimension }), [checks, text, layer, dimension]);
  const columns = useMemo(() => columnsOf(checksHref, dimensions), [checksHref, dimensions]);
  const choices = [ANY, ...dimensions.map(({ id, title }) => ({ value: id, label: title }))];
  return (
    <div className="grid gap-5">
      <search className="grid gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)]">
        <TextField label="Text" type="search" value={text ?? ""} onChange={(event) => setText(event.target.value)} />
        <SelectField
          label="Layer"
          value={layer ?? ""}
          onChange={(event) => setLayer(event.target.value)}
          choices={LAYER_CHOICES}
        />
        <SelectField
          label="Dimension"
          value={dimension ?? ""}
          onChange={(event) => setDimension(event.target.value)}
          choices={choices}
        />
      </search>
      <p role="status" className="text-muted text-xs">
        {formatThings(rows.length, "check")} of {checks.length}
      </p>
      {rows.length > 0 ? (
        <DataTable label="Checks" rows={rows} columns={columns} idOf={({ id }) => id} />
      ) : (
        <EmptyState title="No check is like this">Take a filter away to see more.</EmptyState>
      )}
    </div>
  );
}

function columnsOf(checksHref: string, dimensions: Props["dimensions"]): DataColumn<CheckLine>[] {
  const titleOf = new Map(dimensions.map(({ id, title }) => [id, title]));
  return [
    {
      id: "check",
      title: "Check",
      sortBy: ({ title }) => title,
      cell: ({ id, title }) => (
        <TextLink href={`${checksHref}/${id}`} prefetch={false} className="inline-block min-h-6">
          {title}
          <span className="block font-mono text-muted text-xs">{id}</span>
        </TextLink>
      ),
    },
    {
      id: "severity",
      title: "Severity",
      width: "w-32",
      sortBy: ({ severity }) => SEVERITIES.indexOf(severity),
      cell: ({ severity }) => <RiskMark level={severity} />,
    },
    {
      id: "layer",
      title: "Layer",
      width: "w-28",
      sortBy: ({ layer }) => LAYERS_OUTERMOST_FIRST.indexOf(layer),
      cell: ({ layer }) => LAYER_NAMES[layer],
    },
    {
      id: "dimension",
      title: "Dimension",
      width: "w-44",
      sortBy: ({ dimension }) => titleOf.get(dimension) ?? dimension,
      cell: ({ dimension }) => titleOf.get(dimension) ?? dimension,
    },
  ];
}
