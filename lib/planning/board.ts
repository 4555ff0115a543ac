import type { LayerId } from "#lib/catalog/framework.ts";
import { addDays, daysBetween, WEEKS_OF_PLAN } from "#lib/presentation/dates.ts";
import type { Initiative } from "./initiative.ts";
import type { InitiativeState, Roadmap, ScheduledInitiative } from "./roadmap.ts";

export type BoardProgress = {
  initiative: string;
  state: InitiativeState;
  ownerId: string | null;
  owner: string | null;
  verifiedAt: string | null;
};

/** What keeps a scan from agreeing: a check that fails on a cluster, or that could not look there. */
export type OpenCheck = { check: string; cluster: string; fails: number };

export type Card = {
  initiative: string;
  title: string;
  phase: Initiative["phase"];
  layer: LayerId;
  state: InitiativeState;
  ownerId: string | null;
  owner: string | null;
  risk: number;
  days: number;
  /** First and last day as planned. */
  startsOn: string;
  endsOn: string;
  /** Days since its last day, until it is verified; 0: not late. */
  late: number;
  /** It was due in an earlier plan. */
  carried: boolean;
  /** Titles of what it comes after and nobody has claimed. */
  waitsFor: string[];
  verifiedAt: string | null;
};

export type BoardColumn = "planned" | "at work" | "claimed" | "verified";
export const BOARD_COLUMNS: readonly BoardColumn[] = ["planned", "at work", "claimed", "verified"];

export type Board = {
  quarter: number;
  startsOn: string;
  endsOn: string;
  goal: string;
  /** Week of the plan, 1 to 13; 0: it has not begun, 14: it is over. */
  week: number;
  columns: Record<BoardColumn, Card[]>;
};

/** In which column a state stands: what is open again is at work. */
export function columnOf(state: InitiativeState): BoardColumn {
  if (state === "started" || state === "reopened") return "at work";
  return state;
}

/**
 * The plan that runs on `now` (before the year the first, after it the last) by state; with what earlier plans have left
 * open, and what of later ones is begun already. By the day on which each ends.
 */
export function boardOf(
  roadmap: Pick<Roadmap, "plans" | "startsOn">,
  initiatives: readonly Initiative[],
  progress: readonly BoardProgress[],
  now: string,
): Board | null {
  const today = now.slice(0, 10);
  const plan = roadmap.plans.find(({ endsOn }) => endsOn >= today) ?? roadmap.plans.at(-1);
  if (!plan) return null;
  const states = new Map(progress.map((row) => [row.initiative, row]));
  const stateOf = (id: string) => states.get(id)?.state ?? "planned";
  const isHere = ({ initiative, quarter }: ScheduledInitiative) => {
    const state = stateOf(initiative);
    if (quarter === plan.quarter) return true;
    return quarter < plan.quarter ? state !== "verified" : state !== "planned" && state !== "verified";
  };
  const cards = roadmap.plans
    .flatMap(({ items }) => items.filter(isHere))
    .flatMap((item): Card[] => {
      const initiative = initiatives.find(({ id }) => id === item.initiative);
      if (!initiative) return [];
      const row = states.get(item.initiative);
      const first = (item.quarter - 1) * WEEKS_OF_PLAN;
      const endsOn = addDays(roadmap.startsOn, (first + item.endWeek) * 7 - 1);
      const state = stateOf(item.initiative);
      return [
        {
          ...{
            initiative: initiative.id,
            title: initiative.title,
            phase: initiative.phase,
            layer: initiative.layer,
            state,
          },
          ...{ ownerId: row?.ownerId ?? null, owner: row?.owner ?? null, verifiedAt: row?.verifiedAt ?? null },
          ...{ risk: initiative.risk, days: initiative.effort.days, endsOn, carried: item.quarter < plan.quarter },
          startsOn: addDays(roadmap.startsOn, (first + item.startWeek - 1) * 7),
          late: state === "verified" ? 0 : Math.max(0, daysBetween(endsOn, today)),
          waitsFor: initiative.after.flatMap((id) => {
            const before = initiatives.find((each) => each.id === id);
            return before && !["claimed", "verified"].includes(stateOf(id)) ? [before.title] : [];
          }),
        },
      ];
    })
    .toSorted((a, b) => (a.endsOn < b.endsOn ? -1 : a.endsOn > b.endsOn ? 1 : b.risk - a.risk));
  const elapsed = Math.floor(daysBetween(plan.startsOn, today) / 7) + 1;
  return {
    ...{ quarter: plan.quarter, startsOn: plan.startsOn, endsOn: plan.endsOn, goal: plan.goal },
    week: Math.min(WEEKS_OF_PLAN + 1, Math.max(0, elapsed)),
    columns: Object.fromEntries(
      BOARD_COLUMNS.map((column) => [column, cards.filter(({ state }) => columnOf(state) === column)]),
    ) as Board["columns"],
  };
}
