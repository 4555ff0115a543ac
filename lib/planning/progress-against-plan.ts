import { daysBetween } from "#lib/presentation/dates.ts";
import { formatList } from "#lib/presentation/numbers.ts";
import type { Initiative } from "./initiative.ts";
import type { InitiativeState, Roadmap } from "./roadmap.ts";

export type Progress = {
  initiative: string;
  state: InitiativeState;
  owner?: string | null;
  /** ISO 8601, when a scan verified it. */
  verifiedAt: string | null;
};

export type AgainstPlan = {
  week: number;
  riskPlannedNow: number;
  /** Verified work only: a claim is shown, and counts when a scan agrees. */
  riskActualNow: number;
  /** Risk that is claimed and waits for a scan. */
  riskClaimed: number;
  /** Calendar days since the plan reached the risk that is left now; 0 when on plan, negative when ahead. */
  daysBehind: number;
  because: string;
  /** Remaining risk at the end of each week so far, 0 (the start) to the current one. */
  actualCurve: number[];
};

const LAST_WEEK = 52;

/** Whether the year is on plan at `now` (ISO 8601): verified work against what the roadmap had planned by this week. */
export function progressAgainstPlan(
  roadmap: Roadmap,
  initiatives: readonly Initiative[],
  progress: readonly Progress[],
  now: string,
): AgainstPlan {
  const byId = new Map(initiatives.map((initiative) => [initiative.id, initiative]));
  const riskOf = (rows: readonly Progress[]) =>
    rows.reduce((sum, row) => sum + (byId.get(row.initiative)?.risk ?? 0), 0);
  const elapsed = Math.max(0, daysBetween(roadmap.startsOn, now.slice(0, 10)));
  const week = Math.min(LAST_WEEK, Math.floor(elapsed / 7));
  const verified = progress.filter((row) => row.state === "verified");
  const actualCurve = Array.from({ length: week + 1 }, (_, at) => {
    const by = verified.filter(
      (row) => row.verifiedAt && daysBetween(roadmap.startsOn, row.verifiedAt.slice(0, 10)) <= at * 7 + 6,
    );
    return round(roadmap.riskAtStart - riskOf(by));
  });
  const riskPlannedNow = roadmap.curve[week] ?? roadmap.riskAtStart;
  const riskActualNow = round(roadmap.riskAtStart - riskOf(verified));
  const late = lateItems(roadmap, progress, week);
  return {
    week,
    riskPlannedNow,
    riskActualNow,
    riskClaimed: round(riskOf(progress.filter((row) => row.state === "claimed"))),
    daysBehind: daysBehind(roadmap, riskActualNow, elapsed),
    because: sayBecause(
      late.map((id) => ({
        title: byId.get(id)?.title ?? id,
        state: progress.find((row) => row.initiative === id)?.state ?? "planned",
      })),
      riskActualNow < riskPlannedNow,
    ),
    actualCurve,
  };
}

/** Days between now and the first moment at which the plan had so little risk left; 0 while the plan is not below it. */
function daysBehind(roadmap: Roadmap, actual: number, elapsed: number): number {
  const week = Math.min(LAST_WEEK, Math.floor(elapsed / 7));
  if (actual <= (roadmap.curve[week] ?? 0)) {
    const reached = roadmap.curve.findIndex((planned) => planned <= actual);
    return reached > week ? (week - reached) * 7 : 0;
  }
  // The last week in which the plan still allowed this much risk.
  const allowed = roadmap.curve.findLastIndex((planned, at) => at <= week && planned >= actual);
  return Math.max(0, elapsed - (allowed + 1) * 7 + 1);
}

function lateItems(roadmap: Roadmap, progress: readonly Progress[], week: number): string[] {
  const verified = new Set(progress.filter((row) => row.state === "verified").map((row) => row.initiative));
  return roadmap.plans.flatMap((plan) =>
    plan.items
      .filter((item) => (item.quarter - 1) * 13 + item.endWeek <= week && !verified.has(item.initiative))
      .map((item) => item.initiative),
  );
}

/** What an initiative that was due waits for, by its state. */
const WAITS: Record<InitiativeState, string> = {
  planned: "not started",
  started: "still being worked on",
  claimed: "claimed, and waits for a scan to agree",
  verified: "verified",
  reopened: "open again: a check fails",
};

/** How many late initiatives are named. */
const NAMED = 3;

function sayBecause(late: readonly { title: string; state: InitiativeState }[], isAhead: boolean): string {
  if (late.length === 0)
    return isAhead ? "Work was verified earlier than planned." : "Everything that was due so far is verified.";
  const named = late.slice(0, NAMED).map(({ title, state }) => `“${title}” (${WAITS[state]})`);
  const rest = late.length > NAMED ? [`${late.length - NAMED} more`] : [];
  return `Due and not verified: ${formatList([...named, ...rest])}.`;
}

function round(value: number): number {
  return Math.max(0, Math.round(value * 10) / 10);
}
