import { daysFrom, type Milestone } from "#lib/cockpit/calendar.ts";
import { isWeekend } from "#lib/cockpit/working-days.ts";
import { StandingIcon } from "./standing-icon.tsx";

const LETTERS = ["S", "M", "T", "W", "T", "F", "S"];
/** Longer than this, days are too narrow to be told apart. */
const MOST_DAYS = 35;

/** The days themselves in one row, today and the days of milestones marked. The list beneath says the same in words. */
export function DayStrip({ calendar, today }: { calendar: readonly Milestone[]; today: string }) {
  const planned = calendar.map(({ on }) => on).toSorted();
  const isLate = calendar.some(({ standing }) => standing === "late");
  const last = [planned.at(-1) ?? today, ...(isLate ? [today] : [])].toSorted().at(-1) ?? today;
  const days = daysFrom(planned[0] ?? today, last);
  if (days.length > MOST_DAYS) return null;
  return (
    <div aria-hidden className="flex border-hairline border-b bg-surface">
      {days.map((day) => (
        <Day key={day} day={day} isToday={day === today} milestones={calendar.filter(({ on }) => on === day)} />
      ))}
    </div>
  );
}

type DayProps = { day: string; isToday: boolean; milestones: readonly Milestone[] };

function Day({ day, isToday, milestones }: DayProps) {
  const weekend = isWeekend(day);
  const at = new Date(`${day}T00:00:00Z`);
  return (
    <div
      className={`flex min-w-0 flex-col items-center gap-0.5 border-b-2 py-2 text-xs tabular-nums ${weekend ? "basis-1/2 bg-sunken text-muted" : "basis-full"} ${isToday ? "border-accent font-strong" : "border-transparent"}`}
    >
      <span className="text-muted">{LETTERS[at.getUTCDay()]}</span>
      <span className={weekend ? "max-sm:invisible" : undefined}>{at.getUTCDate()}</span>
      <span className="flex min-h-4 flex-col items-center gap-0.5 sm:flex-row">
        {milestones.map(({ id, standing }) => (
          <StandingIcon key={id} standing={standing} />
        ))}
      </span>
    </div>
  );
}
