import { type Prices, pairsOf } from "./prices.ts";
import type { Plan, SearchSpace } from "./search-space.ts";

/**
 * A mixed-integer model as sparse rows, maximised: every column 0 or 1 at most `upper`, every row between `lower` and
 * `upper`. Infinite bounds are JavaScript's. Column `initiative x quarters + quarter`.
 */
export type MilpModel = {
  columns: number;
  cost: Float64Array;
  /** What the cost was multiplied by, so that HiGHS sees numbers of a usual size; a power of two, to lose nothing. */
  scale: number;
  /** 0 where a column is fixed at nothing, 1 elsewhere. */
  upper: Float64Array;
  rowLower: number[];
  rowUpper: number[];
  /** CSR: where each row starts, and the end. */
  starts: number[];
  indices: number[];
  values: number[];
  /** Row of "at most once" for each initiative; -1: no row. */
  onceRows: number[];
  /** Row of each capacity [quarter x skills + skill] and of each prerequisite [pair x quarters + quarter]; -1: no row. */
  capacityRows: number[];
  prerequisiteRows: number[];
};

/**
 * The exact model: x(initiative, quarter) = done in that quarter. Each at most once (a must: once), no skill over its
 * capacity in any quarter, and by the end of no quarter more of an initiative than of what it comes after.
 */
export function buildModel(space: SearchSpace): MilpModel {
  const { quarters, worth, allowed, ids } = space;
  const scale = scaleFor(worth);
  const model: MilpModel = {
    columns: ids.length * quarters,
    cost: worth.map((value) => value * scale),
    scale,
    upper: Float64Array.from(allowed),
    rowLower: [],
    rowUpper: [],
    starts: [0],
    indices: [],
    values: [],
    onceRows: [],
    capacityRows: [],
    prerequisiteRows: [],
  };
  addOnce(model, space);
  addCapacities(model, space);
  addPrerequisites(model, space);
  return model;
}

/** Leaves usual sizes alone; else brings the largest worth near a thousand. */
function scaleFor(worth: Float64Array): number {
  const most = worth.reduce((max, value) => Math.max(max, value), 0);
  return most === 0 || (most >= 10 && most <= 1e7) ? 1 : 2 ** Math.round(Math.log2(1_000 / most));
}

function addOnce(model: MilpModel, { ids, quarters, must }: SearchSpace): void {
  for (let i = 0; i < ids.length; i++) {
    for (let q = 0; q < quarters; q++) term(model, i * quarters + q, 1);
    model.onceRows.push(endRow(model, must[i] === 1 ? 1 : Number.NEGATIVE_INFINITY, 1));
  }
}

function addCapacities(model: MilpModel, { ids, quarters, skills, effort, capacity, whole }: SearchSpace): void {
  const count = skills.length;
  for (let q = 0; q < quarters; q++) {
    for (let s = 0; s < count; s++) {
      for (let i = 0; i < ids.length; i++) {
        const days = effort[i * count + s] ?? 0;
        if (days > 0) term(model, i * quarters + q, days);
      }
      const available = capacity[q * count + s] ?? 0;
      model.capacityRows.push(endRow(model, Number.NEGATIVE_INFINITY, whole ? Math.floor(available) : available));
    }
  }
}

function addPrerequisites(model: MilpModel, space: SearchSpace): void {
  const { quarters } = space;
  for (const { item, before } of pairsOf(space)) {
    for (let q = 0; q < quarters; q++) {
      for (let t = 0; t <= q; t++) {
        term(model, item * quarters + t, 1);
        term(model, before * quarters + t, -1);
      }
      model.prerequisiteRows.push(endRow(model, Number.NEGATIVE_INFINITY, 0));
    }
  }
}

function term(model: MilpModel, column: number, value: number): void {
  if (model.upper[column] === 0) return;
  model.indices.push(column);
  model.values.push(value);
}

/** Ends a row and opens the next. Empty rows go (-1), unless they say that something cannot be (0 >= 1). */
function endRow(model: MilpModel, lower: number, upper: number): number {
  const last = model.starts.at(-1) ?? 0;
  if (model.indices.length === last && lower <= 0 && upper >= 0) return -1;
  model.rowLower.push(lower);
  model.rowUpper.push(upper);
  model.starts.push(model.indices.length);
  return model.rowUpper.length - 1;
}

/** The prices that the duals of the model's rows are (0 where rounding made them negative). */
export function pricesOf({ capacityRows, prerequisiteRows, scale }: MilpModel, duals: Float64Array): Prices {
  const price = (row: number) => (row < 0 ? 0 : Math.max(0, (duals[row] ?? 0) / scale));
  return { capacity: Float64Array.from(capacityRows, price), prerequisite: Float64Array.from(prerequisiteRows, price) };
}

/** Plan and point of the model: x(initiative, quarter) = 1. */
export function pointOf({ quarters }: SearchSpace, plan: Plan): Float64Array {
  const point = new Float64Array(plan.length * quarters);
  for (const [i, q] of plan.entries()) if (q < quarters) point[i * quarters + q] = 1;
  return point;
}

export function planOf({ ids, quarters }: SearchSpace, point: Float64Array): Plan {
  return Int16Array.from(ids, (_, i) => {
    const q = point.subarray(i * quarters, (i + 1) * quarters).findIndex((value) => value > 0.5);
    return q < 0 ? quarters : q;
  });
}
