import type { Skill } from "#lib/catalog/control.ts";
import type { Initiative } from "./initiative.ts";
import type { Roadmap } from "./roadmap.ts";

/** A risk that the plan leaves and somebody answers for until a day. It is no pass: findings and scores stay as they are. */
export type AcceptedRisk = {
  initiative: string;
  title: string;
  risk: number;
  /** Ids of the findings that stay open. */
  findings: string[];
  owner: { id: string; name: string };
  reason: string;
  /** ISO date; from the day after, it is to be decided again. */
  endsOn: string;
};

/** Person-days, and what one costs where that is said. */
export type Budget = { days: number; rate: { amount: number; currency: string } | null };

/** Everything that an approval is about, as plain data: its digest is over this. */
export type ApprovedPlan = {
  organization: { id: string; name: string };
  assessment: { id: string; name: string };
  version: number;
  plannedAt: string;
  capacity: Partial<Record<Skill, number[]>>;
  roadmap: Roadmap;
  initiatives: Initiative[];
  budget: Budget;
  accepted: AcceptedRisk[];
  note: string;
  by: { id: string; name: string };
  at: string;
};

/** Person-days that everything in the four plans takes, one decimal. */
export function plannedDays(
  roadmap: Pick<Roadmap, "plans">,
  initiatives: readonly Pick<Initiative, "id" | "effort">[],
): number {
  const days = new Map(initiatives.map(({ id, effort }) => [id, effort.days]));
  const sum = roadmap.plans
    .flatMap(({ items }) => items)
    .reduce((total, { initiative }) => total + (days.get(initiative) ?? 0), 0);
  return Math.round(sum * 10) / 10;
}

/** What a budget is in money, in whole units of its currency; null where no rate is said. */
export function costOf({ days, rate }: Budget): number | null {
  return rate && Math.round(days * rate.amount);
}

/** Of accepted risks, those whose day is over: the risk is nobody's until somebody decides again. */
export function endedOn(accepted: readonly AcceptedRisk[], today: string): AcceptedRisk[] {
  return accepted.filter(({ endsOn }) => endsOn < today);
}
