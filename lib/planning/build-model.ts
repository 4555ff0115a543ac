import { type Assignment, isMust, valueOf, windowOf } from "./assignment.ts";
import type { PlanInstance } from "./instance.ts";

/** One binary column for each initiative and quarter that it may be done in. */
export type Column = { initiative: string; quarter: number };

/** A mixed-integer model in sparse rows: maximise cost x subject to lower <= A x <= upper, x binary. */
export type MilpModel = {
  columns: Column[];
  cost: number[];
  rows: { lower: number; upper: number; entries: [column: number, value: number][] }[];
  /** The objective was divided by this so that its coefficients are near 1. */
  scale: number;
};

/**
 * The planning model. x(i,q) = 1: initiative i is done in quarter q. Each at most once (a must exactly once); no skill over
 * its capacity in any quarter; by the end of each quarter nothing is done whose prerequisite is not.
 */
export function buildModel(instance: PlanInstance): MilpModel {
  const { initiatives, quarters, capacity } = instance;
  const columns: Column[] = [];
  const cost: number[] = [];
  const at = new Map<string, Map<number, number>>();
  const scale = Math.max(1e-9, ...initiatives.map((item) => item.risk)) / 100;
  for (const item of initiatives) {
    const { from, to } = windowOf(item);
    const own = new Map<number, number>();
    for (let quarter = from; quarter <= to; quarter++) {
      own.set(quarter, columns.length);
      columns.push({ initiative: item.id, quarter });
      cost.push(valueOf(item, quarter, quarters) / scale);
    }
    at.set(item.id, own);
  }
  const once = initiatives.map((item) => ({ lower: isMust(item, quarters) ? 1 : 0, upper: 1, entries: entriesOf(at.get(item.id), 1) }));
  const capacities = Object.entries(capacity).flatMap(([skill, days]) =>
    days.map((available, index) => ({
      lower: Number.NEGATIVE_INFINITY,
      upper: available,
      entries: initiatives.flatMap((item): [number, number][] => {
        const column = at.get(item.id)?.get(index + 1);
        const needed = item.effort[skill] ?? 0;
        return column !== undefined && needed > 0 ? [[column, needed]] : [];
      }),
    })),
  );
  const precedences = initiatives.flatMap((item) =>
    item.after.flatMap((before) =>
      Array.from({ length: quarters }, (_, index) => ({
        lower: Number.NEGATIVE_INFINITY,
        upper: 0,
        entries: [...entriesOf(at.get(item.id), 1, index + 1), ...entriesOf(at.get(before), -1, index + 1)],
      })).filter(({ entries }) => entries.some(([, value]) => value > 0)),
    ),
  );
  // A must without any quarter left has an empty row that asks for 1: infeasible, as it should be.
  return { columns, cost, rows: [...once, ...capacities.filter(({ entries }) => entries.length > 0), ...precedences], scale };
}

/** The point of the model that a plan is. */
export function toPoint({ columns }: MilpModel, assignment: Assignment): Float64Array {
  return Float64Array.from(columns, ({ initiative, quarter }) => (assignment.get(initiative) === quarter ? 1 : 0));
}

/** The plan that a point of the model is; values are rounded. */
export function fromPoint({ columns }: MilpModel, point: ArrayLike<number>): Assignment {
  const assignment: Assignment = new Map();
  for (const [index, { initiative, quarter }] of columns.entries()) if ((point[index] ?? 0) > 0.5) assignment.set(initiative, quarter);
  return assignment;
}

function entriesOf(own: ReadonlyMap<number, number> | undefined, value: number, upTo = Number.POSITIVE_INFINITY): [number, number][] {
  return [...(own ?? [])].filter(([quarter]) => quarter <= upTo).map(([, column]) => [column, value]);
}
