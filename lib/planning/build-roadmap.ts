import type { Skill } from "#lib/catalog/control.ts";
import { LAYERS, type LayerId } from "#lib/catalog/framework.ts";
import { addDays } from "#lib/presentation/dates.ts";
import { goalOf } from "./goal-of.ts";
import { greedy } from "./greedy.ts";
import type { Initiative } from "./initiative.ts";
import type { PlanSolution } from "./instance.ts";
import { layOutQuarter, WEEKS } from "./lay-out-quarter.ts";
import type { QuarterPlan, Roadmap, ScheduledInitiative } from "./roadmap.ts";
import type { Capacity } from "./split-into-phases.ts";
import { toInstance } from "./to-instance.ts";
import { whyLeft } from "./why-left.ts";

export type RoadmapInput = {
  /** Already split into phases. */
  initiatives: readonly Initiative[];
  solution: PlanSolution;
  capacity: Capacity;
  /** ISO date of the first day. */
  startsOn: string;
  owners: Readonly<Record<string, string | null>>;
  /** Layer scores (low) once these findings are closed. */
  projectLayers: (closed: ReadonlySet<string>) => { layer: LayerId; own: number; assured: number }[];
};

const QUARTERS = 4;
const DAYS = WEEKS * 7;

/** Four plans, their weeks, the risk that is left after each week, and the scores that are expected after each quarter. */
export function buildRoadmap(input: RoadmapInput): Roadmap {
  const { initiatives, solution, capacity } = input;
  const riskAtStart = total(initiatives);
  const scheduled = schedule(initiatives, new Map(Object.entries(solution.assignment)), capacity, input.owners);
  const order = new Map(Object.entries(greedy(toInstance(initiatives, capacity)) ?? {}));
  const left = initiatives.filter(({ id }) => !(id in solution.assignment));
  return {
    startsOn: input.startsOn,
    riskAtStart,
    plans: plansOf(input, scheduled, riskAtStart),
    curve: curveOf(initiatives, scheduled, riskAtStart),
    greedyCurve: curveOf(initiatives, schedule(initiatives, order, capacity, {}), riskAtStart),
    left: left.map((initiative) => ({
      initiative: initiative.id,
      why: whyLeft(initiative, initiatives, solution, capacity),
    })),
    objective: solution.objective,
    bound: solution.bound,
    gap: solution.gap,
    greedy: solution.greedy,
    proven: solution.proven,
    seconds: solution.seconds,
  };
}

function schedule(
  initiatives: readonly Initiative[],
  assignment: ReadonlyMap<string, number>,
  capacity: Capacity,
  owners: RoadmapInput["owners"],
): ScheduledInitiative[] {
  return quarters().flatMap((quarter) => {
    const own = initiatives.filter(({ id }) => assignment.get(id) === quarter).toSorted(byYieldThenLayer);
    const available = Object.fromEntries(
      Object.entries(capacity).map(([skill, days]) => [skill, days?.[quarter - 1] ?? 0]),
    );
    return layOutQuarter(own, available).map(({ initiative, startWeek, endWeek }) => ({
      initiative,
      quarter,
      startWeek,
      endWeek,
      owner: owners[initiative] ?? null,
    }));
  });
}

/** Within a quarter the best yield goes first, so that risk falls early; outer layers first among equals. */
function byYieldThenLayer(a: Initiative, b: Initiative): number {
  return (
    b.risk / Math.max(0.1, b.effort.days) - a.risk / Math.max(0.1, a.effort.days) ||
    LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer) ||
    (a.id < b.id ? -1 : 1)
  );
}

function plansOf(
  { initiatives, capacity, startsOn, projectLayers }: RoadmapInput,
  scheduled: readonly ScheduledInitiative[],
  riskAtStart: number,
): QuarterPlan[] {
  const byId = new Map(initiatives.map((initiative) => [initiative.id, initiative]));
  const closed = new Set<string>();
  let riskLeft = riskAtStart;
  return quarters().map((quarter) => {
    const items = scheduled
      .filter((item) => item.quarter === quarter)
      .toSorted((a, b) => a.startWeek - b.startWeek || a.endWeek - b.endWeek);
    const own = items.flatMap((item) => byId.get(item.initiative) ?? []);
    for (const finding of own.flatMap(({ findings }) => findings)) closed.add(finding);
    const riskRemoved = total(own);
    riskLeft -= riskRemoved;
    return {
      quarter,
      startsOn: addDays(startsOn, (quarter - 1) * DAYS),
      endsOn: addDays(startsOn, quarter * DAYS - 1),
      goal: goalOf(own),
      items,
      capacity: capacityOf(own, capacity, quarter),
      riskRemoved: round(riskRemoved),
      riskLeft: round(riskLeft),
      exitCriteria: own.map(({ id, verifiedBy }) => ({ initiative: id, checks: verifiedBy })),
      layers: projectLayers(closed),
    };
  });
}

function capacityOf(own: readonly Initiative[], capacity: Capacity, quarter: number): QuarterPlan["capacity"] {
  return Object.entries(capacity).map(([skill, days]) => ({
    skill: skill as Skill,
    used: round(own.reduce((sum, { effort }) => sum + (effort.bySkill[skill as Skill] ?? 0), 0)),
    available: days?.[quarter - 1] ?? 0,
  }));
}

/** Risk left at the end of each week, from 0 (the start) to 52. */
function curveOf(
  initiatives: readonly Initiative[],
  scheduled: readonly ScheduledInitiative[],
  riskAtStart: number,
): number[] {
  const risk = new Map(initiatives.map((initiative) => [initiative.id, initiative.risk]));
  return Array.from({ length: QUARTERS * WEEKS + 1 }, (_, week) => {
    const done = scheduled.filter((item) => (item.quarter - 1) * WEEKS + item.endWeek <= week);
    return round(riskAtStart - done.reduce((sum, item) => sum + (risk.get(item.initiative) ?? 0), 0));
  });
}

function quarters(): number[] {
  return Array.from({ length: QUARTERS }, (_, index) => index + 1);
}

function total(initiatives: readonly Initiative[]): number {
  return initiatives.reduce((sum, { risk }) => sum + risk, 0);
}

function round(value: number): number {
  return Math.max(0, Math.round(value * 10) / 10);
}
