import type { ReactNode } from "react";
import type { Initiative } from "#lib/planning/initiative.ts";
import type { Roadmap, ScheduledInitiative } from "#lib/planning/roadmap.ts";
import { formatWeeks, WEEKS_OF_PLAN } from "#lib/presentation/dates.ts";
import { formatEffort, formatRisk } from "#lib/presentation/numbers.ts";
import { sayAfter } from "#lib/presentation/sentences-of-plans.ts";
import { InitiativeName } from "./initiative-name.tsx";
import { type InitiativeProgress, stateOf } from "./progress.ts";
import { SKILL_NAMES } from "./skill-names.ts";
import { StateMark } from "./state-mark.tsx";
import { WeekBar } from "./week-bar.tsx";
import { WhyNotSooner } from "./why-not-sooner.tsx";

type Props = {
  item: ScheduledInitiative;
  roadmap: Roadmap;
  initiatives: readonly Initiative[];
  progress: readonly InitiativeProgress[];
  scorecardHref?: string;
  controls?: ReactNode;
  /** Where one asks why it is not done sooner; without it, one cannot. */
  whyHref?: string;
};

/** A line of a plan: weeks, what, whose skill, effort, what it removes, after what; and how far it is. */
export function PlanItem({ item, roadmap, initiatives, progress, scorecardHref, controls, whyHref }: Props) {
  const initiative = initiatives.find((each) => each.id === item.initiative);
  if (!initiative) return null;
  const state = stateOf(progress, item.initiative);
  const owner = progress.find((row) => row.initiative === item.initiative)?.owner ?? item.owner;
  const parts = [
    SKILL_NAMES[initiative.skill],
    formatEffort(initiative.effort),
    `removes ${formatRisk(initiative.risk)}`,
    sayAfter(initiative, item.quarter, initiatives, roadmap),
  ];
  return (
    <li className="grid gap-x-6 gap-y-1.5 py-3 md:grid-cols-[minmax(0,1fr)_14rem]">
      <div className="min-w-0">
        <p>
          <InitiativeName initiative={initiative} scorecardHref={scorecardHref} className="font-strong" />
        </p>
        <p className="text-muted text-xs leading-5">{parts.filter(Boolean).join(" · ")}</p>
      </div>
      <div className="min-w-0">
        <WeekBar
          layer={initiative.layer}
          from={item.startWeek}
          to={item.endWeek}
          weeks={WEEKS_OF_PLAN}
          parts={WEEKS_OF_PLAN}
          state={state}
        />
        <p className="mt-0.5 flex justify-between gap-3 text-muted text-xs">
          {formatWeeks(item.startWeek, item.endWeek)}
          <StateMark state={state} short />
        </p>
      </div>
      {whyHref && item.quarter > 1 && (
        <div className="md:col-span-2">
          <WhyNotSooner title={initiative.title} href={`${whyHref}?initiative=${encodeURIComponent(initiative.id)}`} />
        </div>
      )}
      <div className="md:col-span-2">{controls ?? <p className="text-muted text-xs">{owner ?? "No owner yet"}</p>}</div>
    </li>
  );
}
