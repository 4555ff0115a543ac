import { CopyButton } from "#components/ui/copy-button.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { TableFrame } from "#components/ui/table-frame.tsx";
import { formatDate, formatTime } from "#lib/presentation/dates.ts";
import { formatDays, formatMoney, formatRisk } from "#lib/presentation/numbers.ts";
import type { Approval } from "./approvals.ts";

type Props = { approval: Approval; today: string; superseded?: boolean };

/** An approved version: by whom, with what budget, which risks were accepted, and the digest to check it by. */
export function ApprovedVersion({ approval, today, superseded }: Props) {
  const { version, by, at, budget, note, accepted, digest, plannedDays, intact } = approval;
  const money = budget.cost === null || !budget.rate ? "" : `, ${formatMoney(budget.cost, budget.rate.currency)}`;
  return (
    <div className="grid gap-4">
      <p className="font-strong">
        Version {version} {superseded ? "was" : "is"} approved
      </p>
      {!intact && (
        <ErrorNotice
          title="What is stored is not what was approved."
          detail="Its digest differs from the one of the approval. Ask whoever runs the database what was changed."
        />
      )}
      <DefinitionList
        items={[
          { term: "Approved", value: `${by}, ${formatTime(at)}` },
          { term: "Budget", value: `${formatDays(budget.days)}${money}; the plans take ${formatDays(plannedDays)}` },
          ...(note ? [{ term: "Note", value: <span className="reading-width whitespace-pre-line">{note}</span> }] : []),
          {
            term: "Digest (SHA-256)",
            value: (
              <span className="flex items-start gap-2">
                <code className="wrap-anywhere min-w-0 font-mono text-xs leading-5">{digest}</code>
                <CopyButton text={digest} label="Copy the digest" />
              </span>
            ),
          },
        ]}
      />
      {accepted.length > 0 && (
        <TableFrame label="Accepted risks">
          <table className="data-table min-w-[44rem]">
            <thead>
              <tr>
                <th scope="col">Accepted risk</th>
                <th scope="col" className="number">
                  Risk
                </th>
                <th scope="col">Owner</th>
                <th scope="col">Until</th>
                <th scope="col">Reason</th>
              </tr>
            </thead>
            <tbody>
              {accepted.map(({ initiative, title, risk, owner, endsOn, reason }) => (
                <tr key={initiative}>
                  <th scope="row">{title}</th>
                  <td className="number">{formatRisk(risk)}</td>
                  <td>{owner.name}</td>
                  <td>
                    {formatDate(endsOn)}
                    {endsOn < today && <span className="block font-strong">over: decide again</span>}
                  </td>
                  <td className="whitespace-pre-line">{reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </div>
  );
}
