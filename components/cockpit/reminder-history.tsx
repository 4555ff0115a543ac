import { TableFrame } from "#components/ui/table-frame.tsx";
import { formatTime } from "#lib/presentation/dates.ts";

type Line = {
  memberId: string;
  memberName: string;
  on: string;
  questions: number;
  outcome: "sending" | "sent" | "failed" | "unclear";
  reason: string;
  by: string;
  at: string;
};

/** Who was reminded of how much, by whom and when, newest first. */
export function ReminderHistory({ reminders }: { reminders: readonly Line[] }) {
  return (
    <TableFrame label="Reminders">
      <table className="data-table min-w-[36rem]">
        <thead>
          <tr>
            <th scope="col">To</th>
            <th scope="col" className="number">
              Questions
            </th>
            <th scope="col">By</th>
            <th scope="col">When</th>
            <th scope="col">Outcome</th>
          </tr>
        </thead>
        <tbody>
          {reminders.map(({ memberId, memberName, on, questions, outcome, reason, by, at }) => (
            <tr key={`${memberId} ${on}`}>
              <th scope="row">{memberName}</th>
              <td className="number">{questions}</td>
              <td>{by}</td>
              <td>{formatTime(at)}</td>
              <td className={outcome === "failed" || outcome === "unclear" ? "font-strong" : undefined}>
                {reason || outcome}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
