import type { Skill } from "#lib/catalog/control.ts";
import { toTenth } from "./effort.ts";
import type { Initiative } from "./initiative.ts";

/** Person-days by skill and quarter. */
export type Capacity = Partial<Record<Skill, readonly number[]>>;

/** A phase takes at most this much of a quarter's capacity of a skill, so that something else fits beside it. */
const SHARE_OF_QUARTER = 0.8;

/**
 * Splits what fits into no quarter into phases of equal size, one after the other: ids "-1", "-2", …; risk, effort and
 * things are shared in equal parts (tenths of days, the sum stays). What came after the whole comes after the last phase.
 * All phases carry the findings: they close with the last. An initiative that needs a skill nobody has stays whole (and
 * is left). What an earlier version had in phases stays in as many, so that more capacity never makes work coarser, as long as a
 * phase takes a day.
 */
export function splitIntoPhases(
  initiatives: readonly Initiative[],
  capacity: Capacity,
  before: readonly Pick<Initiative, "remedy" | "phase">[] = [],
): Initiative[] {
  const had = new Map(before.flatMap(({ remedy, phase }) => (phase ? [[remedy, phase.of]] : [])));
  const counts = new Map(
    initiatives.map((initiative) => {
      const needed = phasesOf(initiative, capacity);
      const kept = Math.min(had.get(initiative.remedy) ?? 1, Math.floor(initiative.effort.days));
      return [initiative.id, Math.max(needed, kept)];
    }),
  );
  const lastPhase = (id: string) => ((counts.get(id) ?? 1) === 1 ? id : `${id}-${counts.get(id)}`);
  return initiatives.flatMap((whole) => {
    const initiative = { ...whole, after: whole.after.map(lastPhase) };
    const of = counts.get(whole.id) ?? 1;
    return of === 1 ? [initiative] : Array.from({ length: of }, (_, index) => phaseOf(initiative, index, of));
  });
}

/** The fewest phases of which each fits into one and the same quarter; 1 where the whole does, or nothing would. */
function phasesOf({ effort }: Initiative, capacity: Capacity): number {
  const needs = Object.entries(effort.bySkill).filter(([, days]) => days > 0);
  const quarters = Math.max(0, ...Object.values(capacity).map((days) => days?.length ?? 0));
  const counts = Array.from({ length: quarters }, (_, q) => {
    const shares = needs.map(([skill, days]) => ({ days, room: capacity[skill as Skill]?.[q] ?? 0 }));
    if (shares.every(({ days, room }) => days <= room)) return 1;
    return Math.max(2, ...shares.map(({ days, room }) => Math.ceil(days / (room * SHARE_OF_QUARTER) - 1e-9)));
  });
  const fewest = Math.min(...counts);
  return Number.isFinite(fewest) ? fewest : 1;
}

function phaseOf(initiative: Initiative, index: number, of: number): Initiative {
  const { effort } = initiative;
  const part = (value: number) => shareOf(value, index, of, 10);
  return {
    ...initiative,
    id: `${initiative.id}-${index + 1}`,
    risk: shareOf(initiative.risk, index, of, 10),
    things: shareOf(initiative.things, index, of, 1),
    effort: {
      ...effort,
      optimistic: part(effort.optimistic),
      likely: part(effort.likely),
      pessimistic: part(effort.pessimistic),
      computed: part(effort.computed),
      days: part(effort.days),
      bySkill: Object.fromEntries(Object.entries(effort.bySkill).map(([skill, days]) => [skill, part(days)])),
      how: `1 of ${of} equal phases of ${effort.how}`,
    },
    after: index === 0 ? initiative.after : [`${initiative.id}-${index}`],
    phase: { number: index + 1, of },
  };
}

/** Part `index` of a value that is cut into `of` parts of whole 1/units; the first ones take what is over. */
function shareOf(value: number, index: number, of: number, units: number): number {
  const whole = Math.round(value * units);
  const share = Math.floor(whole / of) + (index < whole % of ? 1 : 0);
  return units === 1 ? share : toTenth(share / units);
}
