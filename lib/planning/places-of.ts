import { daysBetween, WEEKS_OF_PLAN } from "#lib/presentation/dates.ts";
import type { Initiative } from "./initiative.ts";
import type { Assignment } from "./objective.ts";
import type { InitiativeState, Roadmap } from "./roadmap.ts";

/** A version of the roadmap with the initiatives that it was planned from. */
export type PlannedYear = { roadmap: Pick<Roadmap, "startsOn" | "plans">; initiatives: readonly Initiative[] };

type Named = Pick<Initiative, "id" | "remedy" | "phase">;

/**
 * In which quarters initiatives of a year that starts on `startsOn` stood in an earlier version, by the calendar: what was due
 * before the first quarter stands in it, and what stood after the year nowhere. Where the count of phases differs, a phase
 * stands where the part of the old ones did that ends with it.
 */
export function placesOf(year: PlannedYear, initiatives: readonly Named[], startsOn: string): Assignment {
  const quarters = new Map(
    year.roadmap.plans.flatMap(({ items }) => items.map((item) => [item.initiative, item.quarter])),
  );
  const later = Math.round(daysBetween(year.roadmap.startsOn, startsOn) / (WEEKS_OF_PLAN * 7));
  return Object.fromEntries(
    initiatives.flatMap((initiative) => {
      const quarter = quarters.get(sameWork(year.initiatives, initiative)?.id ?? "");
      return quarter === undefined ? [] : [[initiative.id, Math.max(1, quarter - later)]];
    }),
  );
}

/** The initiative (or phase) of an earlier version that was the same work. */
export function sameWork<Each extends Named>(before: readonly Each[], { remedy, phase }: Named): Each | undefined {
  const phases = before.filter((each) => each.remedy === remedy).toSorted((a, b) => numberOf(a) - numberOf(b));
  const part = phase ? Math.ceil((phase.number / phase.of) * phases.length) : phases.length;
  return phases[part - 1];
}

function numberOf({ phase }: Named): number {
  return phase?.number ?? 1;
}

const AT_WORK: readonly InitiativeState[] = ["started", "claimed", "reopened"];

/** What is being worked on: started, claimed or open again under its own id; where phases changed, the first that is left. */
export function inFlightOf(
  progress: readonly { initiative: string; state: InitiativeState }[],
  before: readonly Named[],
  initiatives: readonly Named[],
): string[] {
  const started = progress.filter(({ state }) => AT_WORK.includes(state)).map(({ initiative }) => initiative);
  return started.flatMap((id) => {
    if (initiatives.some((each) => each.id === id)) return [id];
    const remedy = before.find((each) => each.id === id)?.remedy;
    return initiatives.find((each) => each.remedy === remedy)?.id ?? [];
  });
}

/**
 * What is still to do of what a standing asks for: all but what scans have verified, every phase of it. A signed standing is
 * frozen, and asks for what was done after it for ever.
 */
export function stillToDo(
  initiatives: readonly Initiative[],
  progress: readonly { initiative: string; state: InitiativeState }[],
  before: readonly Named[],
): Initiative[] {
  const verified = new Set(progress.flatMap(({ initiative, state }) => (state === "verified" ? [initiative] : [])));
  return initiatives.filter(({ id, remedy }) => {
    const parts = before.filter((each) => each.remedy === remedy).map((each) => each.id);
    return !(parts.length > 0 ? parts : [id]).every((part) => verified.has(part));
  });
}
