import { TableFrame } from "#components/ui/table-frame.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Debt } from "#lib/cockpit/who-owes.ts";
import { formatDate } from "#lib/presentation/dates.ts";
import { formatThings } from "#lib/presentation/numbers.ts";

export type DebtTableProps = {
  debts: readonly Debt[];
  hrefs: { questionnaire: string; assignments: string; review: string; contradictions: string };
  /** Ids of members. */
  remindedToday: ReadonlySet<string>;
};

/** What waits for whom and how late they are; each number leads to where it is done. */
export function DebtTable({ debts, hrefs, remindedToday }: DebtTableProps) {
  return (
    <TableFrame label="Who owes what">
      <table className="data-table min-w-[44rem]">
        <thead>
          <tr>
            <th scope="col">Person</th>
            {["To answer", "Alone", "To change", "To settle", "Late"].map((title) => (
              <th key={title} scope="col" className="number">
                {title}
              </th>
            ))}
            <th scope="col">Late since</th>
            <th scope="col">Next due</th>
          </tr>
        </thead>
        <tbody>
          {debts.map(({ owner, questions, alone, changes, contradictions, late, lateDays, nextDue }) => (
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
              <Amount
                of={questions.length}
                href={`${hrefs.questionnaire}?show=unanswered&of=${owner?.id ?? "nobody"}`}
              />
              <Amount of={alone} href={`${hrefs.questionnaire}?show=alone`} />
              <Amount of={changes} href={hrefs.review} />
              <Amount of={contradictions} href={hrefs.contradictions} />
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

function Amount({ of, href }: { of: number; href: string }) {
  return <td className="number">{of === 0 ? "–" : <TextLink href={href}>{of}</TextLink>}</td>;
}
