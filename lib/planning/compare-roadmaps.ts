import { SKILLS, type Skill } from "#lib/catalog/control.ts";
import { formatDays, formatDecimal, formatList } from "#lib/presentation/numbers.ts";
import type { Initiative } from "./initiative.ts";
import { inFlightOf, placesOf, sameWork } from "./places-of.ts";
import type { InitiativeState, QuarterPlan, Roadmap } from "./roadmap.ts";
import type { Capacity } from "./split-into-phases.ts";

/** A version as it is stored. */
export type Version = { version: number; roadmap: Roadmap; initiatives: readonly Initiative[]; capacity: Capacity };

/** Where something stands: in a quarter of the newer year, left out of it, or not part of it at all. */
export type Place = { quarter: number; startsOn: string } | "left" | "absent";

export type Move = {
  /** Id in the newer version; of what is gone, in the older one. */
  initiative: string;
  title: string;
  direction: "earlier" | "later" | "in" | "out" | "new" | "gone";
  from: Place;
  to: Place;
  why: string;
};

export type Comparison = {
  from: number;
  to: number;
  /** How many stand where they stood. */
  stayed: number;
  moves: Move[];
};

type State = { initiative: string; state: InitiativeState };

/** What moved from an older version to a newer one, from where to where, and the plainest reason that the two versions show. */
export function compareRoadmaps(older: Version, newer: Version, progress: readonly State[]): Comparison {
  const before = placesOf(older, newer.initiatives, newer.roadmap.startsOn);
  const after = new Map(
    newer.roadmap.plans.flatMap(({ items }) => items.map((item) => [item.initiative, item.quarter])),
  );
  const started = new Set(inFlightOf(progress, older.initiatives, newer.initiatives));
  let stayed = 0;
  const moves = newer.initiatives.flatMap((initiative): Move[] => {
    const was = sameWork(older.initiatives, initiative);
    const [from, to] = [before[initiative.id], after.get(initiative.id)];
    if (was && from === to) {
      stayed++;
      return [];
    }
    return [
      {
        initiative: initiative.id,
        title: titleOf(initiative),
        direction: !was ? "new" : directionOf(from, to),
        from: was ? placeIn(newer, from) : "absent",
        to: placeIn(newer, to),
        why: was
          ? whyMoved({ older, newer, before, after, started }, was, initiative)
          : `Found since version ${older.version}.`,
      },
    ];
  });
  return { from: older.version, to: newer.version, stayed, moves: [...moves, ...goneFrom(older, newer, progress)] };
}

function goneFrom(older: Version, newer: Version, progress: readonly State[]): Move[] {
  const there = new Set(newer.initiatives.map(({ remedy }) => remedy));
  return older.initiatives.flatMap((initiative): Move[] => {
    if (there.has(initiative.remedy)) return [];
    const at = older.roadmap.plans.find(({ items }) => items.some((item) => item.initiative === initiative.id));
    const state = progress.find((row) => row.initiative === initiative.id)?.state;
    return [
      {
        initiative: initiative.id,
        title: titleOf(initiative),
        direction: "gone",
        from: at ? { quarter: at.quarter, startsOn: at.startsOn } : "left",
        to: "absent",
        why: state === "verified" ? "Done: a scan verified it." : "Nothing is found any more that it would close.",
      },
    ];
  });
}

function directionOf(from: number | undefined, to: number | undefined): Move["direction"] {
  if (from === undefined) return "in";
  if (to === undefined) return "out";
  return to < from ? "earlier" : "later";
}

function placeIn({ roadmap }: Version, quarter: number | undefined): Place {
  const plan = roadmap.plans.find((each) => each.quarter === quarter);
  return plan ? { quarter: plan.quarter, startsOn: plan.startsOn } : "left";
}

type Both = {
  older: Version;
  newer: Version;
  before: Readonly<Record<string, number>>;
  after: ReadonlyMap<string, number>;
  started: ReadonlySet<string>;
};

/** The first reason that holds, from what people did to what the planner weighed. */
function whyMoved(both: Both, was: Initiative, is: Initiative): string {
  const { newer, before, after, started } = both;
  const [from, to] = [before[is.id], after.get(is.id)];
  const isBack = to === undefined || (from !== undefined && to > from);
  if (started.has(is.id)) return "It is being worked on, so it comes first.";
  if (is.phase?.of !== was.phase?.of) return `It is split into ${sayPhases(is)} now, ${sayPhases(was)} before.`;
  if (is.effort.days !== was.effort.days)
    return `It takes ${formatDays(is.effort.days)} instead of ${formatDecimal(was.effort.days)}.`;
  if (isBack) {
    const waits = is.after.filter((id) => hasMovedBack(both, id));
    if (waits.length > 0)
      return `It waits for ${formatList(waits.map((id) => quote(newer.initiatives, id)))}, which moved back too.`;
  }
  const capacity = capacityChange(both, is, isBack ? from : to, isBack);
  if (capacity) return capacity;
  if (is.risk !== was.risk)
    return `It removes ${formatDecimal(is.risk)} risk points instead of ${formatDecimal(was.risk)}.`;
  if (isBack && from !== undefined) return sayCrowded(both, is, from);
  return "There is room for it now.";
}

function sayPhases({ phase }: Initiative): string {
  return phase ? `${phase.of} phases` : "no phases";
}

function hasMovedBack({ before, after }: Both, id: string): boolean {
  const [from, to] = [before[id], after.get(id)];
  return from !== undefined && (to === undefined || to > from);
}

/** That a skill which it needs has fewer (or more) days in a quarter of the calendar than the older version had. */
function capacityChange(
  { older, newer }: Both,
  is: Initiative,
  quarter: number | undefined,
  fewer: boolean,
): string | null {
  const plan = newer.roadmap.plans.find((each) => each.quarter === quarter);
  if (!plan) return null;
  const then = closest(older.roadmap.plans, plan.startsOn);
  for (const skill of SKILLS) {
    if (!((is.effort.bySkill[skill] ?? 0) > 0) || !then) continue;
    const [was, now] = [daysOf(older, skill, then.quarter), daysOf(newer, skill, plan.quarter)];
    if (fewer ? now < was : now > was)
      return `${capitalise(skill)} has ${formatDays(now)} in Q${plan.quarter} instead of ${formatDecimal(was)}.`;
  }
  return null;
}

/** The plan of the older version in which a day fell; of days after its year, none. */
function closest(plans: readonly QuarterPlan[], day: string): QuarterPlan | undefined {
  return (
    plans.find(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn) ??
    plans.find(({ startsOn }) => startsOn >= day)
  );
}

function daysOf({ capacity }: Version, skill: Skill, quarter: number): number {
  return capacity[skill]?.[quarter - 1] ?? 0;
}

/** What came into its quarter and takes a skill that it needs. */
function sayCrowded({ newer, before, after }: Both, is: Initiative, quarter: number): string {
  const needs = SKILLS.filter((skill) => (is.effort.bySkill[skill] ?? 0) > 0);
  const came = newer.initiatives
    .filter(({ id }) => after.get(id) === quarter && before[id] !== quarter)
    .filter(({ effort }) => needs.some((skill) => (effort.bySkill[skill] ?? 0) > 0))
    .toSorted((a, b) => b.risk - a.risk || (a.id < b.id ? -1 : 1))
    .slice(0, 2);
  if (came.length === 0) return "The order that removes the most risk has it there.";
  return `${formatList(came.map(({ id }) => quote(newer.initiatives, id)))} ${came.length === 1 ? "takes" : "take"} its days in Q${quarter}.`;
}

function titleOf({ title, phase }: Initiative): string {
  return phase ? `${title} (phase ${phase.number} of ${phase.of})` : title;
}

function quote(initiatives: readonly Initiative[], id: string): string {
  const found = initiatives.find((each) => each.id === id);
  return `“${found ? titleOf(found) : id}”`;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
