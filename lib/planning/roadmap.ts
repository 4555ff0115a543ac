import type { Skill } from "#lib/catalog/control.ts";
import type { LayerId } from "#lib/catalog/framework.ts";
import type { Team } from "./team.ts";

/** One initiative laid out in its quarter: weeks 1-13, inclusive. */
export type ScheduledInitiative = {
  initiative: string;
  quarter: number;
  startWeek: number;
  endWeek: number;
  /** Owner's name, when someone took it. */
  owner: string | null;
};

export type QuarterPlan = {
  quarter: number;
  startsOn: string;
  endsOn: string;
  /** "Take the cloud's and the cluster's open doors away": one sentence made from what it holds. */
  goal: string;
  items: ScheduledInitiative[];
  /** Person-days by skill: used and available. */
  capacity: { skill: Skill; used: number; available: number }[];
  riskRemoved: number;
  riskLeft: number;
  /** Which checks must pass for the plan to be done. */
  exitCriteria: { initiative: string; checks: readonly string[] }[];
  /** Projected after the quarter, headline (low) values. */
  layers: { layer: LayerId; own: number; assured: number }[];
};

export type LeftOut = { initiative: string; why: string };

export type Roadmap = {
  startsOn: string;
  riskAtStart: number;
  plans: QuarterPlan[];
  /** Remaining risk at the end of each week, 0 (start) to 52, as planned. */
  curve: number[];
  /** The same by greedy risk-per-effort order. */
  greedyCurve: number[];
  left: LeftOut[];
  /** Person-days that it was planned within, all skills together; absent: no budget. */
  budget?: number;
  /** Who does it and when nobody works, where it was planned by people; absent: by days of each quarter. */
  team?: Team;
  /** It moves as little as it can from that version, which costs so many risk-quarters; absent: planned afresh. */
  kept?: { from: number; cost: number };
  objective: number;
  bound: number;
  gap: number;
  greedy: number;
  proven: boolean;
  seconds: number;
};

/** "claimed" by a person; "verified" only by a later scan; a verified one that fails again is "reopened". */
export const INITIATIVE_STATES = ["planned", "started", "claimed", "verified", "reopened"] as const;
export type InitiativeState = (typeof INITIATIVE_STATES)[number];
