import type { PlanInstance } from "./instance.ts";

/** Initiative id -> quarter, counted from 1. What is not in it is left. */
export type Assignment = Readonly<Record<string, number>>;

/** The quarter of an initiative, undefined when it is left. Ids are foreign: one may be called "constructor". */
export function quarterOf(assignment: Assignment, id: string): number | undefined {
  return Object.hasOwn(assignment, id) ? assignment[id] : undefined;
}

/** Risk-quarters that an initiative removes when it is done in this quarter: at mid-quarter on average. */
export function worthOf(risk: number, quarter: number, quarters: number): number {
  return risk * (quarters + 0.5 - quarter);
}

/**
 * The sum that the planner maximises: risk x (quarters + 0.5 - quarter) over the chosen initiatives, in risk-quarters,
 * without the dust of binary fractions.
 */
export function objectiveOf(instance: PlanInstance, assignment: Assignment): number {
  let sum = 0;
  for (const { id, risk } of instance.initiatives) {
    const quarter = quarterOf(assignment, id);
    if (quarter !== undefined) sum += worthOf(risk, quarter, instance.quarters);
  }
  return withoutDust(sum);
}

/** A number without the dust of binary fractions: 0.1 + 0.2 -> 0.3. Whole and half numbers stay exact. */
export function withoutDust(value: number): number {
  return Number.isInteger(value * 2) ? value : Number(value.toPrecision(14));
}
