import { formatCount, formatDays, formatDecimal, formatList } from "#lib/presentation/numbers.ts";
import { anneal } from "./anneal.ts";
import { enumeratePlans } from "./enumerate-plans.ts";
import { explainLeft, type NameOf, usedIn } from "./explain-left.ts";
import { greedyPlan } from "./greedy.ts";
import type { PlanInstance, PlanItem } from "./instance.ts";
import { type Assignment, objectiveOf, quarterOf } from "./objective.ts";
import { pricedMerit } from "./priced-merit.ts";
import { boundByPrices, findPrices } from "./prices.ts";
import { layOutSpace, type Plan, toAssignment, worthOfPlan } from "./search-space.ts";

/** Days of a quarter: a risk-quarter is so many risk-days. */
const DAYS_OF_QUARTER = 91;
const NODES = 300_000;
const STEPS = 150_000;

/**
 * Why an initiative is not done sooner: which skills are full, what it has to wait for, and what moving it one quarter up
 * would push out and cost. For small plans that cost is exact, else that of the best plan that a short search finds.
 * `nameOf` gives names for ids.
 */
export function whyNotSooner(
  instance: PlanInstance,
  assignment: Assignment,
  id: string,
  nameOf: NameOf = (other) => `“${other}”`,
): string {
  const item = instance.initiatives.find((one) => one.id === id);
  if (!item) return "It is not part of the plan.";
  const quarter = quarterOf(assignment, id);
  if (quarter === 1) return "It is in the first quarter already.";
  if (quarter === undefined) return explainLeft(instance, assignment, id, nameOf);
  const reasons = [
    ...sayWish(item),
    ...sayFull(instance, assignment, item, quarter),
    ...sayNeeds(assignment, item, quarter, nameOf),
  ];
  const why = reasons.length > 0 ? formatList(reasons) : "other work removes more risk first";
  return `${capitalise(nameOf(id))} waits for Q${quarter}: ${why}. ${sayMove(instance, assignment, item, quarter - 1, nameOf)}`.trimEnd();
}

function sayWish({ earliest, pin }: PlanItem): string[] {
  if (pin !== null) return [`it is pinned to Q${pin}`];
  return earliest > 1 ? [`it may not start before Q${earliest}`] : [];
}

/** "security is full in Q1 and Q2 (44 of 45 days)", for each skill that has no room for it before its quarter. */
function sayFull(instance: PlanInstance, assignment: Assignment, { effort }: PlanItem, quarter: number): string[] {
  return Object.entries(effort).flatMap(([skill, days]) => {
    const full = Array.from({ length: quarter - 1 }, (_, q) => {
      const available = instance.capacity[skill]?.[q] ?? 0;
      return { quarter: q + 1, available, used: usedIn(instance, assignment, skill, q + 1) };
    }).filter(({ available, used }) => days > 0 && used + days > available + 1e-9);
    const last = full.at(-1);
    if (!last) return [];
    const where = formatList(full.map((one) => `Q${one.quarter}`));
    return [
      `${skill} is full in ${where} (${formatDecimal(last.used)} of ${formatDays(last.available)} in Q${last.quarter}; it needs ${formatDecimal(days)})`,
    ];
  });
}

/** What it comes after that is not done before its quarter. */
function sayNeeds(assignment: Assignment, { after }: PlanItem, quarter: number, nameOf: NameOf): string[] {
  const needs = after.filter((before) => quarterOf(assignment, before) === quarter);
  return needs.length > 0
    ? [`it needs ${formatList(needs.map(nameOf))}, which ${needs.length === 1 ? "is" : "are"} done in Q${quarter}`]
    : [];
}

function sayMove(instance: PlanInstance, assignment: Assignment, item: PlanItem, to: number, nameOf: NameOf): string {
  if (item.pin !== null || item.earliest > to) return "";
  const pinned = {
    ...instance,
    initiatives: instance.initiatives.map((one) => (one.id === item.id ? { ...one, pin: to } : one)),
  };
  const moved = bestPlan(pinned, assignment);
  if (!moved) return `No plan has it in Q${to}: there is not room for it and what it needs.`;
  const cost = Math.round((objectiveOf(instance, assignment) - objectiveOf(instance, moved)) * DAYS_OF_QUARTER);
  if (cost <= 0) return `Moving it to Q${to} would cost nothing.`;
  const later = instance.initiatives.filter(
    ({ id }) =>
      (quarterOf(moved, id) ?? Number.POSITIVE_INFINITY) > (quarterOf(assignment, id) ?? Number.POSITIVE_INFINITY),
  );
  const pushed = later
    .toSorted((a, b) => b.risk - a.risk)
    .slice(0, 3)
    .map(({ id }) => nameOf(id));
  const pushing = pushed.length > 0 ? `push out ${formatList(pushed)} and ` : "";
  return `Moving it to Q${to} would ${pushing}leave ${formatCount(cost)} more risk-days.`;
}

/** The best plan of an instance that a short, repeatable search finds; exact where that is little work. */
function bestPlan(instance: PlanInstance, like: Assignment): Assignment | null {
  const space = layOutSpace(instance);
  if (space.stuck >= 0) return null;
  const prices = findPrices(space, objectiveOf(instance, like), 150);
  const merit = pricedMerit(space, prices);
  const seed = greedyPlan(space, merit);
  const exact = enumeratePlans(
    space,
    boundByPrices(space, prices),
    seed ? worthOfPlan(space, seed) : Number.NEGATIVE_INFINITY,
    NODES,
  );
  if (exact) return exact.plan && toAssignment(space, exact.plan);
  if (!seed) return null;
  const tries: Plan[] = [1, 2].map((turn) => anneal(space, seed, prices, merit, STEPS, turn));
  const [best] = tries.toSorted((a, b) => worthOfPlan(space, b) - worthOfPlan(space, a));
  return best ? toAssignment(space, best) : null;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
