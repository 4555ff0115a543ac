import { TableFrame } from "#components/ui/table-frame.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Evidence, SeenResource } from "#lib/evidence/evidence.ts";
import { formatTime } from "#lib/presentation/dates.ts";

/** What speaks about the control, the strongest voice first. */
export function EvidenceList({
  evidence,
  scanHref,
  checksHref,
}: {
  evidence: readonly Evidence[];
  scanHref: string | null;
  checksHref: string;
}) {
  if (evidence.length === 0)
    return (
      <p className="text-muted">
        Nothing yet: no scan could look at it, and nobody answered. It counts as a gap until then.
      </p>
    );
  return (
    <ul className="grid gap-3">
      {evidence.map((one) => (
        <li key={`${one.strength}${one.at}${one.says}`} className="rounded-panel border border-hairline p-4">
          <p className="text-muted text-xs">
            {one.strength} · {formatTime(one.at)}
            {one.stale ? " · too old to count" : ""}
          </p>
          <p className="mt-1">{one.says}</p>
          {one.source.kind === "answer" && one.source.comment ? (
            <p className="mt-1 text-muted">
              “{one.source.comment}” {one.source.by}
            </p>
          ) : null}
          {one.source.kind === "scan" ? (
            <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs">
              {one.source.checks.map((sight) => (
                <span key={sight.check}>
                  <TextLink href={`${checksHref}/${sight.check}`} className="font-mono">
                    {sight.check}
                  </TextLink>{" "}
                  {sight.fail + sight.pass > 0
                    ? `${sight.fail} of ${sight.fail + sight.pass} fail`
                    : `could not look: ${sight.reason ?? "no such object"}`}
                </span>
              ))}
              {scanHref ? <TextLink href={scanHref}>All results of the scan</TextLink> : null}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

export function SampleTable({ sample }: { sample: readonly SeenResource[] }) {
  return (
    <TableFrame label="Resources that fail">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">Resource</th>
            <th scope="col">What was seen</th>
          </tr>
        </thead>
        <tbody>
          {sample.map(({ resource, field, message }) => (
            <tr key={`${resource.kind}${resource.namespace}${resource.name}${field}${message}`}>
              <th scope="row">
                <span className="block text-muted text-xs">
                  {resource.kind}
                  {resource.namespace ? ` in ${resource.namespace}` : ""}
                </span>
                {resource.name}
              </th>
              <td>
                {message}
                <span className="mono block text-muted">{field}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
