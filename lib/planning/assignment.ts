import { LAYERS } from "#lib/catalog/framework.ts";
import type { PlanInstance, PlanItem } from "./instance.ts";

/** Quarter by initiative id; what is absent is left. */
export type Assignment = Map<string, number>;

/** What one initiative adds when done in a quarter: risk x (quarters + 0.5 - quarter), risk-quarters. Source: the contract of the plan command. */
export function valueOf(item: Pick<PlanItem, "risk">, quarter: number, quarters: number): number {
  return item.risk * (quarters + 0.5 - quarter);
}

/** Risk-quarters that an assignment removes. */
export function objectiveOf({ initiatives, quarters }: PlanInstance, assignment: Assignment): number {
  return initiatives.reduce((sum, item) => {
    const quarter = assignment.get(item.id);
    return quarter === undefined ? sum : sum + valueOf(item, quarter, quarters);
  }, 0);
}

/** Whether the wishes force an initiative into the plan. */
export function isMust({ latest, pin }: PlanItem, quarters: number): boolean {
  return pin !== null || latest < quarters;
}

/** Quarters in which an initiative may be done. */
export function windowOf({ earliest, latest, pin }: PlanItem): { from: number; to: number } {
  return pin === null ? { from: earliest, to: latest } : { from: Math.max(pin, earliest), to: Math.min(pin, latest) };
}

const TOLERANCE = 1e-6;

/** What an assignment breaks, in words; empty when it holds. Knows nothing of how it was found. */
export function violationsOf(instance: PlanInstance, assignment: Assignment): string[] {
  const { initiatives, capacity, quarters } = instance;
  const broken: string[] = [];
  const used = new Map<string, number>();
  for (const item of initiatives) {
    const quarter = assignment.get(item.id);
    if (quarter === undefined) {
      if (isMust(item, quarters)) broken.push(`${item.id} must be done and is left`);
      continue;
    }
    const { from, to } = windowOf(item);
    if (quarter < from || quarter > to || !Number.isInteger(quarter))
      broken.push(`${item.id} is outside of its quarters`);
    for (const before of item.after)
      if ((assignment.get(before) ?? Number.POSITIVE_INFINITY) > quarter)
        broken.push(`${item.id} comes before ${before}`);
    for (const [skill, days] of Object.entries(item.effort))
      used.set(`${skill} ${quarter}`, (used.get(`${skill} ${quarter}`) ?? 0) + days);
  }
  for (const [skill, days] of Object.entries(capacity)) {
    for (const [index, available] of days.entries())
      if ((used.get(`${skill} ${index + 1}`) ?? 0) > available + TOLERANCE)
        broken.push(`${skill} is over its capacity in quarter ${index + 1}`);
  }
  return broken;
}

/** Among twins (same risk, effort, window and neighbours) the outer layer goes first, then the smaller id. */
export function orderTwins({ initiatives }: PlanInstance, assignment: Assignment): Assignment {
  const neighbours = new Set(initiatives.flatMap(({ after }) => after));
  const alone = initiatives.filter(({ id, after }) => after.length === 0 && !neighbours.has(id));
  const ordered = new Map(assignment);
  const keyOf = ({ risk, effort, earliest, latest, pin }: PlanItem) =>
    JSON.stringify([risk, Object.entries(effort).sort(), earliest, latest, pin]);
  for (const twins of Map.groupBy(alone, keyOf).values()) {
    const quarters = twins.map(({ id }) => assignment.get(id) ?? Number.POSITIVE_INFINITY).sort((a, b) => a - b);
    const inOrder = twins.toSorted(
      (a, b) => LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer) || (a.id < b.id ? -1 : 1),
    );
    for (const [index, { id }] of inOrder.entries()) {
      const quarter = quarters[index] ?? Number.POSITIVE_INFINITY;
      if (Number.isFinite(quarter)) ordered.set(id, quarter);
      else ordered.delete(id);
    }
  }
  return ordered;
}
