import type { Outcome } from "#lib/contracts/refusal.ts";
import type { AcceptedRisk, Budget } from "#lib/planning/approved-plan.ts";

export type Approval = {
  version: number;
  digest: string;
  by: string;
  /** ISO 8601 */
  at: string;
  note: string;
  accepted: readonly AcceptedRisk[];
  budget: Budget & { cost: number | null };
  plannedDays: number;
  intact: boolean;
};
export type WaitingVersion = {
  version: number;
  /** Person-days that its plans take. */
  days: number;
  left: readonly { id: string; title: string; risk: number; why: string }[];
};
export type Approvals = {
  /** The newest first. */
  approvals: readonly Approval[];
  waiting: WaitingVersion | null;
  mayApprove: boolean;
  members: readonly { id: string; name: string }[];
  self: string;
  /** ISO date */
  today: string;
};
export type Approve = (version: number, fields: FormData) => Promise<Outcome<unknown>>;
