"use client";

import { useRouter } from "next/navigation";
import { useOutcome } from "#components/forms/use-outcome.ts";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import type { Milestone, MilestoneId } from "#lib/cockpit/calendar.ts";
import type { Outcome } from "#lib/contracts/refusal.ts";
import { DayStrip } from "./day-strip.tsx";
import { MilestoneDay } from "./milestone-day.tsx";
import { MILESTONE_NAMES, STANDING_WORDS, sayRisk } from "./milestone-names.ts";
import { StandingIcon } from "./standing-icon.tsx";

type Move = (milestone: MilestoneId, on: string | null) => Promise<Outcome<unknown>>;
type Props = { calendar: readonly Milestone[]; today: string /** Null: not offered. */; move: Move | null };

/** From kick-off to read-out: the days, and each milestone with its day and whether it is done, late or at risk. */
export function TwoWeeks({ calendar, today, move }: Props) {
  const router = useRouter();
  const { run, refused, pending } = useOutcome<unknown>(() => router.refresh());
  return (
    <section aria-label="Calendar" className="grid gap-4">
      {refused && <ErrorNotice title={refused.message} detail={refused.detail} />}
      <div className="overflow-hidden rounded-panel border border-hairline bg-hairline">
        <DayStrip calendar={calendar} today={today} />
        <ol className="grid gap-px sm:grid-cols-2 lg:grid-cols-4 xl:grid-cols-7">
          {calendar.map(({ id, on, moved, standing, risk }) => (
            <li
              key={id}
              aria-current={on === today ? "date" : undefined}
              className={`grid min-w-0 grid-cols-[minmax(0,1fr)_9rem] items-start gap-x-4 px-4 py-3.5 sm:flex sm:flex-col sm:items-stretch sm:gap-1.5 ${on === today ? "bg-sunken" : "bg-surface"}`}
            >
              <div className="grid gap-1.5">
                <p className="flex items-center gap-1.5 text-xs">
                  <StandingIcon standing={standing} />
                  <span className={standing === "late" || standing === "at-risk" ? "font-strong" : "text-muted"}>
                    {STANDING_WORDS[standing]}
                  </span>
                </p>
                <p className="font-strong">{MILESTONE_NAMES[id]}</p>
                {risk && <p className="text-muted text-xs">{sayRisk(risk)}</p>}
              </div>
              <MilestoneDay
                id={id}
                on={on}
                moved={moved}
                pending={pending}
                onMove={move && ((day) => run(() => move(id, day)))}
              />
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
