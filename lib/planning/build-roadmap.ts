import { SKILLS } from "#lib/catalog/control.ts";
import type { LayerId } from "#lib/catalog/framework.ts";
import { addDays, WEEKS_OF_PLAN } from "#lib/presentation/dates.ts";
import { explainLeft, usedIn } from "./explain-left.ts";
import { goalOf } from "./goal-of.ts";
import { greedy } from "./greedy.ts";
import type { Initiative } from "./initiative.ts";
import type { PlanInstance, PlanSolution } from "./instance.ts";
import { type Assignment, objectiveOf, withoutDust } from "./objective.ts";
import { riskCurve } from "./risk-curve.ts";
import type { QuarterPlan, Roadmap } from "./roadmap.ts";
import { type ScheduledWork, scheduleYear } from "./schedule-year.ts";
import type { Capacity } from "./split-into-phases.ts";
import type { WeeklyRoom } from "./team.ts";
import { toInstance, type Wishes } from "./to-instance.ts";

export type RoadmapInput = {
  /** Already split into phases. */
  initiatives: readonly Initiative[];
  solution: PlanSolution;
  capacity: Capacity;
  /** By id. */
  wishes?: Wishes;
  /** Weeks of skills whose days are not spread evenly over their quarter. */
  room?: WeeklyRoom;
  /** ISO date of the first day. */
  startsOn: string;
  owners: Readonly<Record<string, string | null>>;
  /** Layer scores (low) once these findings are closed. */
  projectLayers: (closed: ReadonlySet<string>) => { layer: LayerId; own: number; assured: number }[];
};

const QUARTERS = 4;
const DAYS = WEEKS_OF_PLAN * 7;

/**
 * Four plans with their weeks, the risk that is left after each week (as planned and by greedy), the scores that are
 * expected after each quarter, and what is left out, with why. What finds no weeks where the planner put it moves or drops
 * out (see scheduleYear), and the objective says so.
 */
export function buildRoadmap(input: RoadmapInput): Roadmap {
  const { initiatives, solution, capacity } = input;
  const instance = toInstance(initiatives, capacity, QUARTERS, input.wishes);
  const riskOf = new Map(initiatives.map(({ id, risk }) => [id, risk]));
  const riskAtStart = total(initiatives);
  const { scheduled } = scheduleYear(instance, solution.assignment, input.room);
  const placed: Assignment = Object.fromEntries(scheduled.map(({ id, quarter }) => [id, quarter]));
  const byGreedy = scheduleYear(instance, greedy(instance) ?? {}, input.room);
  const names = new Map(
    initiatives.map(({ id, title, phase }) => [id, phase ? `${title} (phase ${phase.number})` : title]),
  );
  return {
    startsOn: input.startsOn,
    riskAtStart,
    plans: plansOf(input, instance, scheduled, riskAtStart),
    curve: riskCurve(scheduled, riskOf, riskAtStart, QUARTERS),
    greedyCurve: riskCurve(byGreedy.scheduled, riskOf, riskAtStart, QUARTERS),
    left: initiatives
      .filter(({ id }) => !Object.hasOwn(placed, id))
      .map(({ id }) => ({
        initiative: id,
        why: explainLeft(instance, placed, id, (other) => quote(names.get(other) ?? other)),
      })),
    ...proofOf(instance, solution, placed),
  };
}

/** The solver's proof, as far as it holds for what the weeks allowed. */
function proofOf(instance: PlanInstance, solution: PlanSolution, placed: Assignment) {
  const { bound, greedy: byGreedy, seconds } = solution;
  const objective = objectiveOf(instance, placed);
  const isAsSolved = Math.abs(objective - solution.objective) <= 1e-9 * Math.max(1, objective);
  if (isAsSolved)
    return {
      objective: solution.objective,
      bound,
      gap: solution.gap,
      greedy: byGreedy,
      proven: solution.proven,
      seconds,
    };
  const gap = objective > 0 ? withoutDust((bound - objective) / objective) : 1;
  return { objective, bound, gap, greedy: byGreedy, proven: false, seconds };
}

function plansOf(
  { initiatives, startsOn, owners, projectLayers }: RoadmapInput,
  instance: PlanInstance,
  scheduled: readonly ScheduledWork[],
  riskAtStart: number,
): QuarterPlan[] {
  const byId = new Map(initiatives.map((initiative) => [initiative.id, initiative]));
  const placed: Assignment = Object.fromEntries(scheduled.map(({ id, quarter }) => [id, quarter]));
  const done = new Set<string>();
  return Array.from({ length: QUARTERS }, (_, index) => {
    const quarter = index + 1;
    const items = scheduled
      .filter((item) => item.quarter === quarter)
      .toSorted((a, b) => a.startWeek - b.startWeek || a.endWeek - b.endWeek || (a.id < b.id ? -1 : 1));
    const own = items.flatMap(({ id }) => byId.get(id) ?? []);
    for (const { id } of own) done.add(id);
    return {
      quarter,
      startsOn: addDays(startsOn, index * DAYS),
      endsOn: addDays(startsOn, quarter * DAYS - 1),
      goal: goalOf(own),
      items: items.map(({ id, startWeek, endWeek }) => ({
        initiative: id,
        quarter,
        startWeek,
        endWeek,
        owner: ownerOf(owners, id),
      })),
      capacity: SKILLS.filter((skill) => Object.hasOwn(instance.capacity, skill)).map((skill) => ({
        skill,
        used: withoutDust(usedIn(instance, placed, skill, quarter)),
        available: instance.capacity[skill]?.[index] ?? 0,
      })),
      riskRemoved: total(own),
      riskLeft: Math.max(0, withoutDust(riskAtStart - total(initiatives.filter(({ id }) => done.has(id))))),
      exitCriteria: own.map(({ id, verifiedBy }) => ({ initiative: id, checks: verifiedBy })),
      layers: projectLayers(closedFindings(initiatives, done)),
    };
  });
}

/** Findings are closed when everything that works on them is done: of an initiative in phases, all of them. */
function closedFindings(initiatives: readonly Initiative[], done: ReadonlySet<string>): Set<string> {
  const open = new Set(initiatives.flatMap(({ id, findings }) => (done.has(id) ? [] : findings)));
  return new Set(initiatives.flatMap(({ findings }) => findings.filter((finding) => !open.has(finding))));
}

function ownerOf(owners: RoadmapInput["owners"], id: string): string | null {
  return Object.hasOwn(owners, id) ? (owners[id] ?? null) : null;
}

function total(initiatives: readonly Initiative[]): number {
  return withoutDust(initiatives.reduce((sum, { risk }) => sum + risk, 0));
}

function quote(name: string): string {
  return `“${name}”`;
}
