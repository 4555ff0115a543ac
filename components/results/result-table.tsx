import { LAYER_NAMES } from "#components/scores/layer-names.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { RiskMark } from "#components/ui/risk-mark.tsx";
import { TableFrame } from "#components/ui/table-frame.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { LayerId, Severity } from "#lib/catalog/framework.ts";
import { formatDate } from "#lib/presentation/dates.ts";

export type ResultTableRow = {
  number: number;
  check: string;
  outcome: string;
  severity: Severity;
  layer: LayerId;
  resource: { kind: string; namespace: string; name: string };
  field: string;
  message: string;
  /** Who answers for it, until when (ISO date). */
  accepted: { owner: string; until: string } | null;
};

type Props = {
  rows: readonly ResultTableRow[];
  checksHref: string;
  /** Where a result can be accepted; null: not offered. */
  exceptionsHref: string | null;
};

/** What the checks saw, a resource and a field a line; the check leads to its reference page. */
export function ResultTable({ rows, checksHref, exceptionsHref }: Props) {
  if (rows.length === 0) return <EmptyState title="No result is like this">Take a filter away to see more.</EmptyState>;
  return (
    <TableFrame label="Results" scrolls>
      <table className="data-table min-w-[56rem] table-fixed">
        <thead>
          <tr>
            <th scope="col" className="w-32">
              Severity
            </th>
            <th scope="col" className="w-[22%]">
              Resource
            </th>
            <th scope="col">What was seen</th>
            <th scope="col" className="w-[22%]">
              Check
            </th>
            <th scope="col" className="w-24">
              Layer
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ number, check, outcome, severity, layer, resource, field, message, accepted }) => (
            <tr key={number}>
              <td>
                {outcome === "fail" ? (
                  <RiskMark level={severity} />
                ) : (
                  <span className="text-muted">not assessable</span>
                )}
              </td>
              <th scope="row">
                <span className="block text-muted text-xs">
                  {resource.kind}
                  {resource.namespace ? ` in ${resource.namespace}` : ""}
                </span>
                <span className="wrap-anywhere">{resource.name}</span>
              </th>
              <td>
                <span className="wrap-anywhere">{message}</span>
                {field ? <span className="mono mt-0.5 block text-muted">{field}</span> : null}
                {accepted ? (
                  <span className="mt-0.5 block text-muted text-xs">
                    accepted until {formatDate(accepted.until)}, {accepted.owner} answers for it
                  </span>
                ) : null}
              </td>
              <td>
                <TextLink
                  href={`${checksHref}/${check}`}
                  className="block min-h-6 wrap-anywhere font-mono text-xs leading-6"
                >
                  {check}
                </TextLink>
                {exceptionsHref && outcome === "fail" && !accepted ? (
                  <TextLink
                    href={`${exceptionsHref}?${new URLSearchParams({ check, kind: resource.kind, namespace: resource.namespace, name: resource.name })}#accept`}
                    prefetch={false}
                    aria-label={`Accept ${check} on ${resource.name}`}
                    className="inline-block min-h-6 text-xs leading-6"
                  >
                    accept
                  </TextLink>
                ) : null}
              </td>
              <td>{LAYER_NAMES[layer]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
