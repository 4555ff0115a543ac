import type { PlanInstance, PlanItem } from "./instance.ts";
import { type Assignment, quarterOf, worthOf } from "./objective.ts";
import { compareItems } from "./tie-break.ts";
import { wholeUnits } from "./whole-units.ts";

/**
 * An instance as the search and the model want it: numbers in flat arrays, initiatives in the order of the tie-break, so
 * that among equals the smaller index goes first. Quarters count from 0 here; a plan holds `quarters` for what is left.
 */
export type SearchSpace = {
  instance: PlanInstance;
  ids: readonly string[];
  quarters: number;
  skills: readonly string[];
  risk: Float64Array;
  /** [initiative x quarters + quarter], risk-quarters. */
  worth: Float64Array;
  /** [initiative x skills + skill], in units (`unit` person-days each): whole numbers where the input allows. */
  effort: Float64Array;
  /** [quarter x skills + skill], in the same units, with room for rounding where units are not whole. */
  capacity: Float64Array;
  /** Whether efforts are whole numbers of units. */
  whole: boolean;
  /** Every sum of worths is a multiple of it, where risks allow; else 0. */
  step: number;
  /** Sums that are closer than this are equal. */
  dust: number;
  before: readonly (readonly number[])[];
  following: readonly (readonly number[])[];
  /** Initiatives, prerequisites first. */
  sequence: readonly number[];
  /** [initiative x quarters + quarter]: 1 where nothing alone forbids that quarter. */
  allowed: Uint8Array;
  /** 1 for what has to be done: pinned, with a latest quarter, or needed by such a one. */
  must: Uint8Array;
  /** A must that has no quarter at all, or -1: there is no plan. */
  stuck: number;
};

/** A plan by index: the quarter of each initiative from 0, or `quarters` when it is left. */
export type Plan = Int16Array;

/** Lays an instance (valid: see readInstance) out for the search. */
export function layOutSpace(instance: PlanInstance): SearchSpace {
  const items = [...instance.initiatives].sort(compareItems);
  const { quarters } = instance;
  const skills = Object.keys(instance.capacity).filter((skill) => items.some((item) => effortOf(item, skill) > 0));
  const efforts = items.flatMap((item) => skills.map((skill) => effortOf(item, skill)));
  const days = Array.from({ length: quarters }, (_, q) => skills.map((skill) => instance.capacity[skill]?.[q] ?? 0));
  const { unit, whole } = wholeUnits([...efforts, ...days.flat()]);
  const toUnits = (value: number) => (whole ? Math.round(value / unit) : value);
  const index = new Map(items.map(({ id }, i) => [id, i]));
  const before = items.map(({ after }) => [...new Set(after)].flatMap((id) => index.get(id) ?? []));
  const space: SearchSpace = {
    instance,
    ids: items.map(({ id }) => id),
    quarters,
    skills,
    risk: Float64Array.from(items, ({ risk }) => risk),
    worth: Float64Array.from(items.flatMap(({ risk }) => days.map((_, q) => worthOf(risk, q + 1, quarters)))),
    effort: Float64Array.from(efforts, toUnits),
    capacity: Float64Array.from(days.flat(), (value) => (whole ? toUnits(value) : value + 1e-9 * Math.max(1, value))),
    whole,
    ...stepOf(items),
    before,
    following: turnAround(before),
    sequence: sequenceOf(before),
    allowed: new Uint8Array(items.length * quarters),
    must: new Uint8Array(items.length),
    stuck: -1,
  };
  return { ...space, stuck: narrow(space, items) };
}

/** Half the unit of the risks (completion is at mid-quarter), and half of that for equality; else what doubles carry. */
function stepOf(items: readonly PlanItem[]): { step: number; dust: number } {
  const { unit, whole } = wholeUnits(items.map(({ risk }) => risk));
  if (whole) return { step: unit / 2, dust: unit / 4 };
  return {
    step: 0,
    dust:
      1e-11 *
      Math.max(
        1,
        items.reduce((sum, { risk }) => sum + risk, 0),
      ),
  };
}

function effortOf({ effort }: PlanItem, skill: string): number {
  return Object.hasOwn(effort, skill) ? (effort[skill] ?? 0) : 0;
}

function turnAround(before: readonly (readonly number[])[]): number[][] {
  const following: number[][] = before.map(() => []);
  for (const [i, list] of before.entries()) for (const b of list) following[b]?.push(i);
  return following;
}

/** Kahn's order; the smaller index first. */
function sequenceOf(before: readonly (readonly number[])[]): number[] {
  const following = turnAround(before);
  const open = before.map((list) => list.length);
  const sequence = open.flatMap((count, i) => (count === 0 ? [i] : []));
  for (let at = 0; at < sequence.length; at++) {
    for (const next of following[sequence[at] ?? 0] ?? []) {
      open[next] = (open[next] ?? 0) - 1;
      if (open[next] === 0) sequence.push(next);
    }
  }
  return sequence;
}

/** Fills `allowed` and `must` from wishes, prerequisites and what fits alone. Returns a must without a quarter, or -1. */
function narrow(space: SearchSpace, items: readonly PlanItem[]): number {
  const { quarters, before, sequence, must } = space;
  const latest = items.map((item) => (item.pin ?? item.latest) - 1);
  const isMust = items.map((item) => item.pin !== null || item.latest < quarters);
  for (const i of [...sequence].reverse()) {
    if (!isMust[i]) continue;
    must[i] = 1;
    for (const b of before[i] ?? []) {
      isMust[b] = true;
      latest[b] = Math.min(latest[b] ?? 0, latest[i] ?? 0);
    }
  }
  let stuck = -1;
  const first = new Int16Array(items.length);
  for (const i of sequence) {
    const item = items[i];
    if (!item) continue;
    const from = Math.max(
      item.earliest - 1,
      item.pin === null ? 0 : item.pin - 1,
      ...(before[i] ?? []).map((b) => first[b] ?? 0),
    );
    first[i] = quarters;
    for (let q = quarters - 1; q >= from; q--) {
      if (q > (latest[i] ?? 0) || !fitsAlone(space, i, q)) continue;
      space.allowed[i * quarters + q] = 1;
      first[i] = q;
    }
    if (first[i] === quarters && must[i]) stuck = i;
  }
  return stuck;
}

function fitsAlone({ skills, effort, capacity }: SearchSpace, i: number, q: number): boolean {
  return skills.every((_, s) => (effort[i * skills.length + s] ?? 0) <= (capacity[q * skills.length + s] ?? 0));
}

/** A plan by index as ids and quarters from 1. */
export function toAssignment({ ids, quarters }: SearchSpace, plan: Plan): Record<string, number> {
  return Object.fromEntries(
    ids.flatMap((id, i) => ((plan[i] ?? quarters) < quarters ? [[id, (plan[i] ?? 0) + 1]] : [])),
  );
}

/** Ids and quarters from 1 as a plan by index. */
export function toPlan({ ids, quarters }: SearchSpace, assignment: Assignment): Plan {
  return Int16Array.from(ids, (id) => (quarterOf(assignment, id) ?? quarters + 1) - 1);
}

/** The objective of a plan by index, in risk-quarters. */
export function worthOfPlan({ worth, quarters }: SearchSpace, plan: Plan): number {
  let sum = 0;
  for (let i = 0; i < plan.length; i++) {
    const q = plan[i] ?? quarters;
    if (q < quarters) sum += worth[i * quarters + q] ?? 0;
  }
  return sum;
}
