import { formatDays, formatDecimal, formatList } from "#lib/presentation/numbers.ts";
import type { PlanInstance, PlanItem } from "./instance.ts";
import { type Assignment, quarterOf } from "./objective.ts";

export type NameOf = (id: string) => string;

/** Why an initiative is not in the year, and what it would take, in two or three short sentences. */
export function explainLeft(instance: PlanInstance, assignment: Assignment, id: string, nameOf: NameOf): string {
  const item = instance.initiatives.find((one) => one.id === id);
  if (!item) return "It is not part of the plan.";
  if (item.earliest > instance.quarters) return "It is wanted after this year.";
  const missing = item.after.filter((before) => quarterOf(assignment, before) === undefined);
  if (missing.length > 0)
    return `It needs ${formatList(missing.map(nameOf))}, which ${missing.length === 1 ? "is" : "are"} left too.`;
  const nobody = skillsOf(item).filter((skill) => Math.max(0, ...(instance.capacity[skill] ?? [])) === 0);
  if (nobody.length > 0)
    return `It needs ${formatList(nobody)}, and nobody with that skill is in the plan. Plan days for ${nobody.length === 1 ? "it" : "them"} to let it in.`;
  const [cheapest] = shortages(instance, assignment, item).toSorted((a, b) => a.days - b.days || a.quarter - b.quarter);
  if (!cheapest) return "What it needs is done too late in the year.";
  if (cheapest.days <= 0)
    return `Q${cheapest.quarter} has the days, but not the weeks: what it needs ends too late there.`;
  const why = cheapest.skills.map((short) => sayShort(short, item, cheapest.quarter));
  const more = cheapest.skills.map(({ skill, days }) => `${formatDays(days).replace(" ", ` more ${skill} `)}`);
  return `${capitalise(formatList(why))}${yieldsOf(instance, assignment, item)}. ${capitalise(formatList(more))} in Q${cheapest.quarter} would let it in.`;
}

function sayShort({ skill, used, available }: ShortSkill, item: PlanItem, quarter: number): string {
  const needed = item.effort[skill] ?? 0;
  if (needed > available)
    return `it needs ${formatDecimal(needed)} ${skill} days, and Q${quarter} has ${formatDecimal(available)}`;
  return `${skill} is full in Q${quarter} (${formatDecimal(used)} of ${formatDays(available)}; it needs ${formatDecimal(needed)})`;
}

type ShortSkill = {
  skill: string;
  used: number;
  available: number;
  /** Missing person-days. */
  days: number;
};
type Shortage = { quarter: number; days: number; skills: ShortSkill[] };

/** What each quarter that prerequisites and wishes allow is short of, by skill. */
function shortages(instance: PlanInstance, assignment: Assignment, item: PlanItem): Shortage[] {
  const from = Math.max(item.earliest, ...item.after.map((id) => quarterOf(assignment, id) ?? 1));
  const quarters = Array.from({ length: instance.quarters }, (_, q) => q + 1).filter(
    (q) => q >= from && q <= item.latest,
  );
  return quarters.map((quarter) => {
    const skills = skillsOf(item).flatMap((skill) => {
      const available = instance.capacity[skill]?.[quarter - 1] ?? 0;
      const used = usedIn(instance, assignment, skill, quarter);
      const days = Math.ceil((used + (item.effort[skill] ?? 0) - available) * 10 - 1e-6) / 10;
      return days > 0 ? [{ skill, used, available, days }] : [];
    });
    return { quarter, days: skills.reduce((sum, { days }) => sum + days, 0), skills };
  });
}

/** Person-days that a plan uses of a skill in a quarter. */
export function usedIn({ initiatives }: PlanInstance, assignment: Assignment, skill: string, quarter: number): number {
  return initiatives.reduce(
    (sum, { id, effort }) => sum + (quarterOf(assignment, id) === quarter ? (effort[skill] ?? 0) : 0),
    0,
  );
}

/** That everything planned has the better yield, where that is so. */
function yieldsOf({ initiatives }: PlanInstance, assignment: Assignment, item: PlanItem): string {
  const mine = yieldOf(item);
  const needed = new Set(
    initiatives.flatMap(({ id, after }) => (quarterOf(assignment, id) === undefined ? [] : after)),
  );
  const planned = initiatives
    .filter(({ id }) => quarterOf(assignment, id) !== undefined && !needed.has(id))
    .map(yieldOf);
  const least = Math.min(...planned);
  if (!Number.isFinite(least) || !Number.isFinite(mine) || mine >= least) return "";
  return `, and what is planned removes more risk for its days (${formatDecimal(least)} points a day and more; this ${formatDecimal(mine)})`;
}

function yieldOf({ risk, effort }: PlanItem): number {
  return risk / Object.values(effort).reduce((sum, days) => sum + days, 0);
}

function skillsOf({ effort }: PlanItem): string[] {
  return Object.entries(effort).flatMap(([skill, days]) => (days > 0 ? [skill] : []));
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
