import { addDays, daysBetween, WEEKS_OF_PLAN } from "#lib/presentation/dates.ts";
import type { Initiative } from "./initiative.ts";
import { type PlannedYear, sameWork } from "./places-of.ts";
import type { InitiativeState } from "./roadmap.ts";

export type Actual = {
  initiative: string;
  state: InitiativeState;
  claimedAt: string | null;
  verifiedAt: string | null;
};

/** What the baseline promised for an initiative, and what became or will become of it. */
export type Slip = {
  initiative: string;
  title: string;
  phase: Initiative["phase"];
  state: InitiativeState;
  /** Last day in the baseline. */
  promised: string;
  /** The day on which a scan verified it, else the last day as planned now, and today when that is past; null: left out now. */
  ends: string | null;
  /** Calendar days after the promise, negative before; null where there is no end. */
  days: number | null;
};

/**
 * Every initiative of a baseline that the newest version still has or a scan has verified, most late first. What vanished
 * by itself is no promise any more.
 */
export function slipAgainst(
  baseline: PlannedYear,
  newest: PlannedYear,
  progress: readonly Actual[],
  now: string,
): Slip[] {
  const today = now.slice(0, 10);
  const promises = lastDays(baseline);
  const planned = lastDays(newest);
  const rows = baseline.initiatives.flatMap((initiative): Slip[] => {
    const promised = promises.get(initiative.id);
    const is = sameWork(newest.initiatives, initiative);
    const actual = progress.find((row) => row.initiative === initiative.id || row.initiative === is?.id);
    const isDone = actual?.state === "verified" && actual.verifiedAt !== null;
    if (!promised || !(isDone || is)) return [];
    const end = isDone ? actual.verifiedAt?.slice(0, 10) : planned.get(is?.id ?? "");
    const ends = !end ? null : isDone || end >= today ? end : today;
    return [
      {
        ...{ initiative: initiative.id, title: initiative.title, phase: initiative.phase },
        ...{ state: actual?.state ?? "planned", promised, ends },
        days: ends === null ? null : daysBetween(promised, ends),
      },
    ];
  });
  const lateness = ({ days }: Slip) => days ?? Number.POSITIVE_INFINITY;
  return rows.toSorted((a, b) => (lateness(a) === lateness(b) ? 0 : lateness(b) - lateness(a)));
}

function lastDays({ roadmap }: PlannedYear): Map<string, string> {
  return new Map(
    roadmap.plans.flatMap(({ items }) =>
      items.map(({ initiative, quarter, endWeek }) => [
        initiative,
        addDays(roadmap.startsOn, ((quarter - 1) * WEEKS_OF_PLAN + endWeek) * 7 - 1),
      ]),
    ),
  );
}

/** Days from each claim to the scan that agreed, the fewest first. */
export function daysToVerified(progress: readonly Actual[]): number[] {
  return progress
    .flatMap(({ state, claimedAt, verifiedAt }) =>
      state === "verified" && claimedAt && verifiedAt
        ? [Math.max(0, (Date.parse(verifiedAt) - Date.parse(claimedAt)) / 86_400_000)]
        : [],
    )
    .toSorted((a, b) => a - b);
}

/** The middle of sorted numbers, or the mean of the middle two; null of none. */
export function medianOf(sorted: readonly number[]): number | null {
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 1 ? middle : middle - 1], sorted[middle]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
