import type { Milestone } from "#lib/cockpit/calendar.ts";
import { formatDate } from "#lib/presentation/dates.ts";
import { MILESTONE_NAMES } from "./milestone-names.ts";

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

type Props = Pick<Milestone, "id" | "on" | "moved"> & {
  pending: boolean;
  /** Null day: back to the calendar's own. Null: not offered. */
  onMove: ((day: string | null) => void) | null;
};

/** The day of a milestone, changed in place. */
export function MilestoneDay({ id, on, moved, pending, onMove }: Props) {
  const weekday = WEEKDAYS[new Date(`${on}T00:00:00Z`).getUTCDay()];
  if (!onMove) {
    return (
      <p className="mt-auto text-muted text-xs">
        {weekday} {formatDate(on)}
        {moved && ", moved"}
      </p>
    );
  }
  return (
    <div className="mt-auto grid gap-1 text-muted text-xs">
      <p className="flex min-h-6 flex-wrap items-center justify-between gap-x-2">
        <span>
          {weekday}
          {moved && ", moved"}
        </span>
        {moved && (
          <button
            type="button"
            aria-label={`Put ${MILESTONE_NAMES[id]} back to its own day`}
            disabled={pending}
            onClick={() => onMove(null)}
            className="min-h-6 rounded-small text-accent underline decoration-accent/40 underline-offset-[3px] hover:decoration-accent disabled:opacity-60"
          >
            Put back
          </button>
        )}
      </p>
      <input
        type="date"
        key={on}
        aria-label={`Day of ${MILESTONE_NAMES[id]}`}
        defaultValue={on}
        disabled={pending}
        onBlur={(event) => {
          const day = event.target.value || null;
          if (day !== on && (day !== null || moved)) onMove(day);
        }}
        className="h-8 w-full min-w-0 rounded-control border border-rule/50 bg-surface px-2 text-ink text-sm hover:border-rule disabled:opacity-60"
      />
    </div>
  );
}
