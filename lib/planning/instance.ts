import type { LayerId } from "#lib/catalog/framework.ts";

/** The plan command's input, see the contract. Quarters count from 1. Person-days. */
export type PlanInstance = {
  quarters: number;
  capacity: Record<string, number[]>;
  initiatives: PlanItem[];
};
export type PlanItem = {
  id: string;
  layer: LayerId;
  /** Risk points removed when done. */
  risk: number;
  effort: Record<string, number>;
  after: string[];
  earliest: number;
  latest: number;
  /** Quarter that it is pinned to, or null. `latest` below `quarters` or a pin makes it a must. */
  pin: number | null;
};

/** The plan command's answer. */
export type PlanSolution = {
  schemaVersion: 1;
  assignment: Record<string, number>;
  left: string[];
  objective: number;
  bound: number;
  gap: number;
  greedy: number;
  proven: boolean;
  seconds: number;
};
export type PlanInfeasible = { infeasible: string[] };
