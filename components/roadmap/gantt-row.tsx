import type { Initiative } from "#lib/planning/initiative.ts";
import type { ScheduledInitiative } from "#lib/planning/roadmap.ts";
import { formatQuarter, formatWeeks, WEEKS_OF_PLAN, weekOfRoadmap } from "#lib/presentation/dates.ts";
import { InitiativeName } from "./initiative-name.tsx";
import { type InitiativeProgress, stateOf } from "./progress.ts";
import { StateMark } from "./state-mark.tsx";
import { linesOf, WeekBar } from "./week-bar.tsx";

type Props = {
  item: ScheduledInitiative;
  initiative: Initiative;
  progress: readonly InitiativeProgress[];
  scorecardHref?: string;
};

/** One initiative of the year: its name, how far it is, and its weeks as a bar. */
export function GanttRow({ item, initiative, progress, scorecardHref }: Props) {
  const { quarter, startWeek, endWeek } = item;
  const state = stateOf(progress, initiative.id);
  return (
    <tr>
      <th scope="row" className="sticky left-0 z-1 bg-surface! py-1!">
        <span className="flex min-h-6 items-center gap-2">
          <InitiativeName
            initiative={initiative}
            scorecardHref={scorecardHref}
            className="min-w-0 flex-1 truncate print:whitespace-normal"
          />
          {state !== "planned" && <StateMark state={state} short />}
        </span>
      </th>
      <td colSpan={4} className="px-0! py-1!" style={linesOf(4)}>
        <span className="sr-only">
          {formatQuarter(quarter)}, {formatWeeks(startWeek, endWeek)}
        </span>
        <WeekBar
          layer={initiative.layer}
          from={weekOfRoadmap(quarter, startWeek)}
          to={weekOfRoadmap(quarter, endWeek)}
          weeks={4 * WEEKS_OF_PLAN}
          state={state}
        />
      </td>
    </tr>
  );
}
