import type { PlanInstance, PlanItem } from "./instance.ts";
import { type Assignment, quarterOf } from "./objective.ts";

/** Rounding that sums of person-days may carry, relative. */
const DUST = 1e-9;

/**
 * Everything that an assignment breaks, each in one line; empty when it is feasible. Written apart from the planner and
 * straight from the contract, so that it can judge it.
 */
export function checkFeasible(instance: PlanInstance, assignment: Assignment): string[] {
  const known = new Set(instance.initiatives.map(({ id }) => id));
  const strangers = Object.keys(assignment).flatMap((id) => (known.has(id) ? [] : [`${id} is not an initiative`]));
  const broken = instance.initiatives.flatMap((item) => brokenWishes(instance, item, assignment));
  return [...strangers, ...broken, ...overloads(instance, assignment)];
}

function brokenWishes({ quarters }: PlanInstance, item: PlanItem, assignment: Assignment): string[] {
  const { id, after, earliest, latest, pin } = item;
  const quarter = quarterOf(assignment, id);
  if (quarter === undefined) {
    if (pin !== null) return [`${id} is left, but pinned to quarter ${pin}`];
    return latest < quarters ? [`${id} is left, but must be done by the end of quarter ${latest}`] : [];
  }
  const broken: string[] = [];
  if (!Number.isInteger(quarter) || quarter < 1 || quarter > quarters) broken.push(`${id} is in quarter ${quarter}`);
  if (quarter < earliest) broken.push(`${id} is in quarter ${quarter}, before quarter ${earliest}`);
  if (quarter > latest) broken.push(`${id} is in quarter ${quarter}, after quarter ${latest}`);
  if (pin !== null && quarter !== pin) broken.push(`${id} is in quarter ${quarter}, but pinned to quarter ${pin}`);
  for (const before of after) {
    const done = quarterOf(assignment, before);
    if (done === undefined || done > quarter) broken.push(`${id} is in quarter ${quarter}, before ${before} is done`);
  }
  return broken;
}

function overloads({ quarters, capacity, initiatives }: PlanInstance, assignment: Assignment): string[] {
  const over: string[] = [];
  const skills = new Set([...Object.keys(capacity), ...initiatives.flatMap(({ effort }) => Object.keys(effort))]);
  for (const skill of skills) {
    for (let quarter = 1; quarter <= quarters; quarter++) {
      const mine = initiatives.filter(({ id }) => quarterOf(assignment, id) === quarter);
      const used = mine.reduce((sum, { effort }) => sum + (Object.hasOwn(effort, skill) ? (effort[skill] ?? 0) : 0), 0);
      const available = Object.hasOwn(capacity, skill) ? (capacity[skill]?.[quarter - 1] ?? 0) : 0;
      if (used > available + DUST * Math.max(1, available)) {
        over.push(`${skill} works ${used} of ${available} days in quarter ${quarter}`);
      }
    }
  }
  return over;
}
