"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useOutcome } from "#components/forms/use-outcome.ts";
import { Button } from "#components/ui/button.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TableFrame } from "#components/ui/table-frame.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Debt } from "#lib/cockpit/who-owes.ts";
import type { Outcome } from "#lib/contracts/refusal.ts";
import { formatDate } from "#lib/presentation/dates.ts";
import { formatList, formatThings } from "#lib/presentation/numbers.ts";

type Reminded = { sent: string[]; failed: { name: string; reason: string }[]; already: string[] };
type Props = {
  debts: readonly Debt[];
  today: string;
  reminders: readonly { memberId: string; on: string; outcome: string }[];
  hrefs: { questionnaire: string; assignments: string };
  /** Whether the portal sends mail. */
  canSend: boolean;
  /** Null: not offered. */
  remind: ((members: string[]) => Promise<Outcome<Reminded>>) | null;
};

/** Who has open questions, how late they are, and one button that reminds those who are. */
export function Debts({ debts, today, reminders, hrefs, canSend, remind }: Props) {
  const [told, setTold] = useState<Reminded | null>(null);
  const { run, refused, pending } = useOutcome<Reminded>((outcome) => {
    setTold(outcome);
    toast(outcome.sent.length > 0 ? `${formatThings(outcome.sent.length, "reminder")} sent` : "No reminder was sent");
  });
  const remindedToday = new Set(
    reminders.flatMap(({ memberId, on, outcome }) => (on === today && outcome !== "failed" ? [memberId] : [])),
  );
  const late = debts.flatMap(({ owner, late: count }) => (owner && count > 0 ? [owner] : []));
  const due = late.filter(({ id }) => !remindedToday.has(id));
  if (debts.length === 0) return null;
  return (
    <div className="grid gap-4">
      {refused && <ErrorNotice title={refused.message} detail={refused.detail} />}
      {told && told.failed.length > 0 && (
        <ErrorNotice
          title={`${formatThings(told.failed.length, "reminder")} could not be sent`}
          detail={told.failed.map(({ name, reason }) => `${name}: ${reason}.`).join("\n")}
        />
      )}
      <DebtTable debts={debts} hrefs={hrefs} remindedToday={remindedToday} />
      {remind && late.length > 0 && !canSend && (
        <Notice>
          This portal sends no mail. Whoever runs it sets <code>SMTP_URL</code> and <code>MAIL_FROM</code> in its
          environment.
        </Notice>
      )}
      {remind && late.length > 0 && canSend && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button
            variant="primary"
            disabled={due.length === 0}
            pending={pending}
            onClick={() => run(() => remind(due.map(({ id }) => id)))}
          >
            {pending
              ? "Sending"
              : `Remind ${due.length === 0 ? "those who are late" : formatList(due.map(({ name }) => name))}`}
          </Button>
          <p className="text-muted">
            {due.length === 0
              ? "Everybody who is late was reminded today."
              : "Each gets one mail with what is open and where to answer it, at most once a day."}
          </p>
        </div>
      )}
    </div>
  );
}

type TableProps = Pick<Props, "debts" | "hrefs"> & { remindedToday: ReadonlySet<string> };

function DebtTable({ debts, hrefs, remindedToday }: TableProps) {
  return (
    <TableFrame label="Who owes what">
      <table className="data-table min-w-[40rem]">
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
