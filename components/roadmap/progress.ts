import type { InitiativeState } from "#lib/planning/roadmap.ts";

/** How far an initiative is, and who has it. */
export type InitiativeProgress = {
  initiative: string;
  state: InitiativeState;
  ownerId: string | null;
  owner: string | null;
  verifiedAt: string | null;
};

/** Whether the year is on plan today: verified work against what was planned by now. */
export type OnPlan = {
  week: number;
  riskPlannedNow: number;
  riskActualNow: number;
  riskClaimed: number;
  /** Calendar days; 0 on plan, negative ahead of it. */
  daysBehind: number;
  because: string;
  /** Remaining risk at the end of each week so far. */
  actualCurve: number[];
};

export function stateOf(progress: readonly InitiativeProgress[], initiative: string): InitiativeState {
  return progress.find((row) => row.initiative === initiative)?.state ?? "planned";
}
