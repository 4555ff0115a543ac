import { Notice } from "#components/ui/notice.tsx";
import type { Outcome } from "#lib/contracts/refusal.ts";
import { DebtTable, type DebtTableProps } from "./debt-table.tsx";
import { type Letter, RemindDialog, type Reminded } from "./remind-dialog.tsx";

type Props = Omit<DebtTableProps, "remindedToday"> & {
  today: string;
  reminders: readonly { memberId: string; on: string; outcome: string }[];
  /** What those who are late and were not reminded today would get. */
  letters: readonly Letter[];
  /** Whether the portal sends mail. */
  canSend: boolean;
  /** Null: not offered. */
  remind: ((members: string[]) => Promise<Outcome<Reminded>>) | null;
};

/** Who has open questions, how late they are, and one button that reminds those who are. */
export function Debts({ debts, today, reminders, letters, hrefs, canSend, remind }: Props) {
  const remindedToday = new Set(
    reminders.flatMap(({ memberId, on, outcome }) => (on === today && outcome !== "failed" ? [memberId] : [])),
  );
  if (debts.length === 0) return null;
  const isOffered = remind !== null && debts.some(({ owner, late }) => owner && late > 0);
  return (
    <div className="grid gap-4">
      <DebtTable debts={debts} hrefs={hrefs} remindedToday={remindedToday} />
      {isOffered && !canSend && (
        <Notice>
          This portal sends no mail. Whoever runs it sets <code>SMTP_URL</code> and <code>MAIL_FROM</code> in its
          environment.
        </Notice>
      )}
      {isOffered && canSend && <RemindDialog letters={letters} remind={remind} />}
    </div>
  );
}
