import "server-only";
import type { PlanInfeasible, PlanInstance } from "#lib/planning/instance.ts";
import { type Apart, keepApart, squeezedIn } from "#lib/planning/keep-apart.ts";
import { objectiveOf } from "#lib/planning/objective.ts";
import { scheduleYear } from "#lib/planning/schedule-year.ts";
import type { WeeklyRoom } from "#lib/planning/team.ts";
import { type KeptSolution, type SolveOptions, solve } from "#lib/server/solver/solve.ts";

/** How often it is planned again because weeks were missing; the time limit is shared out, half to the first. */
const ROUNDS = 4;

/**
 * The best plan of which everything finds its weeks: where it does not, planned again with that kept a quarter apart from
 * what it waits for. The bound is that of the first round, which knew of no weeks. `inWeeks`: the instance without a budget.
 */
export async function solveInWeeks(
  instance: PlanInstance,
  inWeeks: PlanInstance,
  { room, ...options }: SolveOptions & { room?: WeeklyRoom },
): Promise<KeptSolution | PlanInfeasible> {
  const first = await solve(instance, options);
  if ("infeasible" in first) return first;
  let best = { solution: first, reached: reachedBy(inWeeks, first, room) };
  const aparts: Apart[] = [];
  let last = first;
  for (let round = 1; round < ROUNDS; round++) {
    const squeezed = squeezedIn(inWeeks, last.assignment, room);
    if (squeezed.length === 0) break;
    aparts.push(...squeezed);
    const timeLimitSeconds = options.timeLimitSeconds / 2 ** round;
    const next = await solve(keepApart(instance, aparts), { ...options, timeLimitSeconds });
    if ("infeasible" in next) break;
    last = next;
    const reached = reachedBy(inWeeks, next, room);
    if (reached > best.reached) best = { solution: next, reached };
  }
  if (best.solution === first) return first;
  const { objective } = best.solution;
  return {
    ...best.solution,
    bound: first.bound,
    gap: (first.bound - objective) / Math.max(objective, 1e-9),
    greedy: first.greedy,
    proven: objective >= first.bound,
  };
}

function reachedBy(inWeeks: PlanInstance, { assignment }: KeptSolution, room?: WeeklyRoom): number {
  const { scheduled } = scheduleYear(inWeeks, assignment, room);
  return objectiveOf(inWeeks, Object.fromEntries(scheduled.map(({ id, quarter }) => [id, quarter])));
}
