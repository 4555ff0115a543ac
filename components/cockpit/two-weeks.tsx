"use client";

import { Circle, CircleAlert, CircleCheck, CircleDot } from "lucide-react";
import { useRouter } from "next/navigation";
import { useOutcome } from "#components/forms/use-outcome.ts";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import type { Milestone, MilestoneId, MilestoneStanding } from "#lib/cockpit/calendar.ts";
import type { Outcome } from "#lib/contracts/refusal.ts";
import { formatDate } from "#lib/presentation/dates.ts";
import { MILESTONE_NAMES, STANDING_WORDS } from "./milestone-names.ts";

type Move = (milestone: MilestoneId, on: string | null) => Promise<Outcome<unknown>>;
type Props = { calendar: readonly Milestone[]; today: string /** Null: not offered. */; move: Move | null };

const ICONS: Record<MilestoneStanding, typeof Circle> = {
  done: CircleCheck,
  late: CircleAlert,
  today: CircleDot,
  ahead: Circle,
};
const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** From kick-off to read-out: each milestone with its day, and whether it is done or late. */
export function TwoWeeks({ calendar, today, move }: Props) {
  const router = useRouter();
  const { run, refused, pending } = useOutcome<unknown>(() => router.refresh());
  return (
    <section aria-label="Calendar" className="grid gap-4">
      {refused && <ErrorNotice title={refused.message} detail={refused.detail} />}
      <ol className="grid gap-px overflow-hidden rounded-panel border border-hairline bg-hairline sm:grid-cols-2 lg:grid-cols-4 xl:grid-cols-7">
        {calendar.map(({ id, on, moved, standing }) => {
          const Icon = ICONS[standing];
          return (
            <li
              key={id}
              aria-current={on === today ? "date" : undefined}
              className={`flex min-w-0 flex-col gap-1.5 px-4 py-3.5 ${on === today ? "bg-sunken" : "bg-surface"}`}
            >
              <p className="flex items-center gap-1.5 text-xs">
                <Icon aria-hidden size={15} className={standing === "ahead" ? "text-muted" : ""} />
                <span className={standing === "late" ? "font-strong" : "text-muted"}>{STANDING_WORDS[standing]}</span>
              </p>
              <p className="font-strong">{MILESTONE_NAMES[id]}</p>
              {move ? (
                <MilestoneDay
                  id={id}
                  on={on}
                  moved={moved}
                  pending={pending}
                  onMove={(day) => run(() => move(id, day))}
                />
              ) : (
                <p className="text-muted text-xs">
                  {weekdayOf(on)} {formatDate(on)}
                </p>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

type DayProps = Pick<Milestone, "id" | "on" | "moved"> & { pending: boolean; onMove: (day: string | null) => void };

/** Its day, changed in place; emptied it goes back to the calendar's own. */
function MilestoneDay({ id, on, moved, pending, onMove }: DayProps) {
  return (
    <label className="mt-auto grid gap-1 text-muted text-xs">
      <span>
        {weekdayOf(on)}
        {moved && ", moved"}
      </span>
      <input
        type="date"
        key={on}
        aria-label={`Day of ${MILESTONE_NAMES[id]}`}
        defaultValue={on}
        disabled={pending}
        onBlur={(event) => {
          const day = event.target.value || null;
          if (day !== on) onMove(day);
        }}
        className="h-8 w-full min-w-0 rounded-control border border-rule/50 bg-surface px-2 text-ink text-sm hover:border-rule disabled:opacity-60"
      />
    </label>
  );
}

function weekdayOf(day: string): string {
  return WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? "";
}
