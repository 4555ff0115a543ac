import { addDays } from "#lib/presentation/dates.ts";
import type { Version } from "./compare-roadmaps.ts";
import type { Initiative } from "./initiative.ts";
import type { QuarterPlan } from "./roadmap.ts";
import type { Capacity } from "./split-into-phases.ts";

type Told = {
  version?: number;
  startsOn?: string;
  capacity?: Capacity;
  initiatives: readonly Initiative[];
  /** Quarter of what is not left. */
  places: Readonly<Record<string, number>>;
};

/** A stored version with just what a comparison reads. */
export function yearOf({ version = 1, startsOn = "2026-01-05", capacity = {}, initiatives, places }: Told): Version {
  const plans = [1, 2, 3, 4].map(
    (quarter): QuarterPlan => ({
      quarter,
      startsOn: addDays(startsOn, (quarter - 1) * 91),
      endsOn: addDays(startsOn, quarter * 91 - 1),
      goal: "",
      items: Object.entries(places)
        .filter(([, at]) => at === quarter)
        .map(([initiative]) => ({ initiative, quarter, startWeek: 1, endWeek: 2, owner: null })),
      ...{ capacity: [], riskRemoved: 0, riskLeft: 0, exitCriteria: [], layers: [] },
    }),
  );
  return {
    version,
    capacity,
    initiatives,
    roadmap: {
      ...{ startsOn, plans, riskAtStart: 0, curve: [], greedyCurve: [], left: [] },
      ...{ objective: 0, bound: 0, gap: 0, greedy: 0, proven: true, seconds: 0 },
    },
  };
}
