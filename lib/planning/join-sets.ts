import type { SetsBound } from "./quarter-sets.ts";
import { planOfSets } from "./quarter-sets.ts";
import { type Plan, type SearchSpace, worthOfPlan } from "./search-space.ts";

type Join = {
  space: SearchSpace;
  sets: SetsBound["sets"];
  bound: number;
  before: Uint32Array;
  chosen: number[];
  /** Worth that is to be reached: plans below it are of no interest. */
  reached: number;
  plan: Plan | null;
  steps: number;
};

/**
 * The best plan that is worth at least `reached`, among equals the one that the tie-break asks for (initiatives in their
 * order, earliest quarters first): quarter by quarter a set that shares nothing with those before it and has its
 * prerequisites among them, losses summed up against the bound. `plan` null: none was found; `isWhole`: everything was looked at.
 */
export function joinSets(
  space: SearchSpace,
  { bound, sets }: SetsBound,
  reached: number,
  maxSteps: number,
): { plan: Plan | null; isWhole: boolean } {
  const before = Uint32Array.from(space.before, (list) => list.reduce((bits, b) => bits | (1 << b), 0));
  const join: Join = {
    space,
    sets,
    bound,
    before,
    chosen: [],
    reached: reached - space.dust,
    plan: null,
    steps: maxSteps,
  };
  visit(join, 0, 0, 0);
  return { plan: join.plan, isWhole: join.steps >= 0 };
}

function visit(join: Join, q: number, done: number, lost: number): void {
  const { space, sets, bound, chosen } = join;
  if (q === space.quarters) {
    keep(join, done);
    return;
  }
  for (const { bits, loss } of sets[q] ?? []) {
    if (bound - lost - loss < join.reached) return;
    if (join.steps-- < 0) return;
    if ((bits & done) !== 0 || !hasPrerequisites(join, bits, done | bits)) continue;
    chosen[q] = bits;
    visit(join, q + 1, done | bits, lost + loss);
  }
}

function hasPrerequisites({ before }: Join, bits: number, done: number): boolean {
  for (let rest = bits; rest !== 0; rest &= rest - 1) {
    const i = 31 - Math.clz32(rest & -rest);
    if (((before[i] ?? 0) & ~done) !== 0) return false;
  }
  return true;
}

function keep(join: Join, done: number): void {
  const { space } = join;
  for (let i = 0; i < space.ids.length; i++) if (space.must[i] === 1 && ((done >>> i) & 1) === 0) return;
  const plan = planOfSets(space, join.chosen);
  const worth = worthOfPlan(space, plan);
  if (worth < join.reached) return;
  const isBetter = worth > join.reached + 2 * space.dust || join.plan === null || isEarlier(plan, join.plan);
  if (!isBetter) return;
  join.plan = plan;
  join.reached = worth - space.dust;
}

/** Whether the first initiative in which they differ is done earlier. */
function isEarlier(plan: Plan, other: Plan): boolean {
  for (const [i, q] of plan.entries()) if (q !== other[i]) return q < (other[i] ?? 0);
  return false;
}
