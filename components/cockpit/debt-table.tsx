import { TableFrame } from "#components/ui/table-frame.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Debt } from "#lib/cockpit/who-owes.ts";
import { formatDate } from "#lib/presentation/dates.ts";
import { formatThings } from "#lib/presentation/numbers.ts";

export type DebtTableProps = {
  debts: readonly Debt[];
  hrefs: { questionnaire: string; assignments: string };
  /** Ids of members. */
  remindedToday: ReadonlySet<string>;
};

/** Who has open questions and how late they are; each number leads to the questions themselves. */
export function DebtTable({ debts, hrefs, remindedToday }: DebtTableProps) {
  return (
    <TableFrame label="Who owes what">
      <table className="data-table min-w-[36rem]">
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col" className="number">
              Open
            </th>
            <th scope="col" className="number">
              Late
            </th>
            <th scope="col">Late since</th>
            <th scope="col">Next due</th>
          </tr>
        </thead>
        <tbody>
          {debts.map(({ owner, questions, late, lateDays, nextDue }) => (
            <tr key={owner?.id ?? "nobody"}>
              <th scope="row">
                {owner ? (
                  owner.name
                ) : (
                  <span className="text-muted">
                    Nobody: <TextLink href={hrefs.assignments}>assign them</TextLink>
                  </span>
                )}
                {owner && remindedToday.has(owner.id) && (
                  <span className="ml-2 font-normal text-muted text-xs">reminded today</span>
                )}
              </th>
              <td className="number">
                <TextLink href={`${hrefs.questionnaire}?show=unanswered&of=${owner?.id ?? "nobody"}`}>
                  {questions.length}
                </TextLink>
              </td>
              <td className="number">{late === 0 ? "–" : late}</td>
              <td>{lateDays === 0 ? "–" : formatThings(lateDays, "day")}</td>
              <td>{nextDue ? formatDate(nextDue) : "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
