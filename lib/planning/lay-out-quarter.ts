import { WEEKS_OF_PLAN as WEEKS } from "#lib/presentation/dates.ts";
import { dice } from "./dice.ts";

/** A piece of work of one quarter: person-days by skill, and what has to end before it starts. */
export type QuarterWork = {
  id: string;
  risk: number;
  effort: Readonly<Record<string, number>>;
  after: readonly string[];
};

export type LaidOut = {
  id: string;
  /** 1-13, inclusive. */
  startWeek: number;
  endWeek: number;
  /** Person-days of each skill in each of the 13 weeks. */
  load: Record<string, number[]>;
};
export type QuarterLayout = { laidOut: LaidOut[] /** What finds no place within the 13 weeks. */; unplaced: string[] };

/** Person-days of each skill: of the quarter, which are spread evenly over its weeks, or of each week. */
export type QuarterCapacity = Readonly<Record<string, number | readonly number[]>>;

const DUST = 1e-9;
/** Orders that are drawn when the obvious ones leave something out or end late. */
const DRAWS = 60;
/** So few pieces of work are tried in every order (of 6: 720): one of them ends as early as any layout can. */
const EVERY_ORDER = 6;

/**
 * Lays the work of one quarter out over its 13 weeks: no skill does more in a week than it has there (a thirteenth of its
 * quarter, or what holidays and part-time people leave of that week), and
 * nothing starts before the week after the last of its prerequisites (those in the same quarter) ends. Work of one skill is
 * spread over as many weeks as it takes; skills of one initiative work side by side. Of several orders the one is taken
 * that leaves the least risk out, then the one whose last week is the earliest, then the one in which risk falls earliest.
 */
export function layOutQuarter(work: readonly QuarterWork[], capacity: QuarterCapacity): QuarterLayout {
  const least = leastLastWeek(work, capacity);
  let best: QuarterLayout = { laidOut: [], unplaced: [] };
  let cost: LayoutCost | undefined;
  for (const order of ordersOf(work, capacity)) {
    if (cost && cost.out === 0 && cost.last <= least && order.drawn) break;
    const layout = inWeeks(order.work, capacity);
    const other = costOf(layout, work);
    if (cost && !isLess(other, cost)) continue;
    best = layout;
    cost = other;
  }
  return best;
}

type Order = {
  work: readonly QuarterWork[] /** One of many, to be tried while there is something to gain. */;
  drawn: boolean;
};

/** The better yields first, the longest chains first, then many others. */
function* ordersOf(work: readonly QuarterWork[], capacity: QuarterCapacity): Generator<Order> {
  const tails = tailsOf(work, capacity);
  const byYield = work.toSorted((a, b) => yieldOf(b, work) - yieldOf(a, work) || (a.id < b.id ? -1 : 1));
  const byTail = work.toSorted((a, b) => (tails.get(b.id) ?? 0) - (tails.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1));
  yield { work: byYield, drawn: false };
  yield { work: byTail, drawn: false };
  if (work.length <= EVERY_ORDER) {
    for (const order of permutationsOf(byYield)) yield { work: order, drawn: true };
    return;
  }
  const roll = dice(work.length);
  for (let draw = 0; draw < DRAWS; draw++) {
    const keys = new Map(work.map(({ id }) => [id, (tails.get(id) ?? 0) * (0.5 + roll()) + 2 * roll()]));
    yield { work: work.toSorted((a, b) => (keys.get(b.id) ?? 0) - (keys.get(a.id) ?? 0)), drawn: true };
  }
}

/** Every order in which nothing stands before its own prerequisites. */
function* permutationsOf(work: readonly QuarterWork[]): Generator<QuarterWork[]> {
  if (work.length === 0) yield [];
  for (const [at, first] of work.entries()) {
    const rest = work.toSpliced(at, 1);
    if (rest.some(({ id }) => first.after.includes(id))) continue;
    for (const order of permutationsOf(rest)) yield [first, ...order];
  }
}

/** No layout ends before this week: each skill needs its days, and each chain its weeks even with nothing beside it. */
function leastLastWeek(work: readonly QuarterWork[], capacity: QuarterCapacity): number {
  const bySkill = new Map<string, number>();
  for (const { effort } of work)
    for (const [skill, days] of Object.entries(effort)) bySkill.set(skill, (bySkill.get(skill) ?? 0) + days);
  const together = inWeeks([{ id: "", risk: 0, effort: Object.fromEntries(bySkill), after: [] }], capacity);
  const ends = new Map<string, number>();
  for (const each of prerequisitesFirst(work)) {
    const ready = Math.max(0, ...each.after.map((id) => ends.get(id) ?? 0));
    ends.set(each.id, placeFrom(each, ready, roomOf(capacity))?.endWeek ?? WEEKS);
  }
  return Math.max(0, ...ends.values(), together.laidOut[0]?.endWeek ?? WEEKS);
}

/** Places the work in the given order (prerequisites before what waits for them), each as early as there is room. */
function inWeeks(order: readonly QuarterWork[], capacity: QuarterCapacity): QuarterLayout {
  const room = roomOf(capacity);
  const here = new Set(order.map(({ id }) => id));
  const ends = new Map<string, number>();
  const laidOut: LaidOut[] = [];
  for (const each of prerequisitesFirst(order)) {
    const before = each.after.filter((id) => here.has(id));
    if (before.some((id) => !ends.has(id))) continue;
    const placed = placeFrom(each, Math.max(0, ...before.map((id) => ends.get(id) ?? 0)), room);
    if (!placed) continue;
    ends.set(each.id, placed.endWeek);
    laidOut.push(placed);
  }
  return { laidOut, unplaced: order.filter(({ id }) => !ends.has(id)).map(({ id }) => id) };
}

function roomOf(capacity: QuarterCapacity): Map<string, number[]> {
  return new Map(
    Object.entries(capacity).map(([skill, days]) => [
      skill,
      typeof days === "number" ? new Array<number>(WEEKS).fill(days / WEEKS) : [...days],
    ]),
  );
}

/** Fills weeks from `ready` (0: the first) on with what each skill has left. Null, and nothing taken, when that is short. */
function placeFrom({ id, effort }: QuarterWork, ready: number, room: Map<string, number[]>): LaidOut | null {
  const load: Record<string, number[]> = {};
  const worked: number[] = [];
  for (const [skill, days] of Object.entries(effort)) {
    if (days <= 0) continue;
    const weeks = room.get(skill) ?? [];
    const mine = new Array<number>(WEEKS).fill(0);
    let open = days;
    for (let week = ready; week < WEEKS && open > DUST; week++) {
      const taken = Math.min(open, weeks[week] ?? 0);
      if (taken <= DUST) continue;
      mine[week] = taken;
      open -= taken;
      worked.push(week);
    }
    if (open > 1e-6) return null;
    load[skill] = mine;
  }
  if (worked.length === 0 && ready >= WEEKS) return null;
  for (const [skill, mine] of Object.entries(load)) {
    const weeks = room.get(skill) ?? [];
    for (const [week, days] of mine.entries()) weeks[week] = (weeks[week] ?? 0) - days;
  }
  const start = worked.length > 0 ? Math.min(...worked) : ready;
  return { id, startWeek: start + 1, endWeek: Math.max(start, ...worked) + 1, load };
}

function prerequisitesFirst(order: readonly QuarterWork[]): QuarterWork[] {
  const byId = new Map(order.map((each) => [each.id, each]));
  const sorted = new Set<QuarterWork>();
  const visit = (each: QuarterWork) => {
    if (sorted.has(each)) return;
    for (const id of each.after) {
      const before = byId.get(id);
      if (before) visit(before);
    }
    sorted.add(each);
  };
  for (const each of order) visit(each);
  return [...sorted];
}

/** Weeks from the start of each piece of work to the end of the longest chain that begins with it. */
function tailsOf(work: readonly QuarterWork[], capacity: QuarterCapacity): Map<string, number> {
  const weeks = ({ effort }: QuarterWork) =>
    Math.max(
      1,
      ...Object.entries(effort).map(([skill, days]) =>
        days <= 0 ? 0 : (days * WEEKS) / Math.max(daysIn(capacity[skill]), DUST),
      ),
    );
  const tails = new Map<string, number>();
  for (const each of prerequisitesFirst(work).reverse()) {
    const next = work.filter(({ after }) => after.includes(each.id)).map(({ id }) => tails.get(id) ?? 0);
    tails.set(each.id, weeks(each) + Math.max(0, ...next));
  }
  return tails;
}

function daysIn(days: number | readonly number[] = 0): number {
  return typeof days === "number" ? days : days.reduce((sum, each) => sum + each, 0);
}

/** Risk per person-day, with the risk of what waits for it here. */
function yieldOf(each: QuarterWork, work: readonly QuarterWork[]): number {
  const waiting = work.filter(({ after }) => after.includes(each.id)).reduce((sum, { risk }) => sum + risk, 0);
  const days = Object.values(each.effort).reduce((sum, value) => sum + value, 0);
  return (each.risk + waiting / 2) / Math.max(days, 0.1);
}

type LayoutCost = { out: number; last: number; riskWeeks: number };

function costOf({ laidOut, unplaced }: QuarterLayout, work: readonly QuarterWork[]): LayoutCost {
  const risk = new Map(work.map((each) => [each.id, each.risk]));
  return {
    out: unplaced.reduce((sum, id) => sum + 1 + (risk.get(id) ?? 0), 0),
    last: Math.max(0, ...laidOut.map(({ endWeek }) => endWeek)),
    riskWeeks: laidOut.reduce((sum, { id, endWeek }) => sum + (risk.get(id) ?? 0) * endWeek, 0),
  };
}

function isLess(one: LayoutCost, other: LayoutCost): boolean {
  if (Math.abs(one.out - other.out) > DUST) return one.out < other.out;
  return one.last === other.last ? one.riskWeeks < other.riskWeeks - DUST : one.last < other.last;
}
