import type { Skill } from "#lib/catalog/control.ts";
import { toTenth } from "./effort.ts";
import type { Initiative } from "./initiative.ts";

export type Capacity = Partial<Record<Skill, readonly number[]>>;

/** A phase takes at most this much of a quarter's capacity of a skill, so that something else fits beside it. */
const SHARE_OF_QUARTER = 0.8;

/**
 * Splits what does not fit into one quarter into phases of equal size, in order; each removes its share of the risk. What
 * came after the whole comes after the last phase. An initiative that needs a skill nobody has stays whole (and is left).
 */
export function splitIntoPhases(initiatives: readonly Initiative[], capacity: Capacity): Initiative[] {
  const phases = new Map(initiatives.map((initiative) => [initiative.id, phasesOf(initiative, capacity)]));
  return initiatives.flatMap((initiative) => {
    const after = initiative.after.map((id) => lastPhase(id, phases.get(id) ?? 1));
    const count = phases.get(initiative.id) ?? 1;
    return count === 1
      ? [{ ...initiative, after }]
      : Array.from({ length: count }, (_, index) => phase(initiative, index + 1, count, after));
  });
}

function phasesOf({ effort }: Initiative, capacity: Capacity): number {
  const needed = Object.entries(effort.bySkill).map(([skill, days]) => {
    const most = Math.max(0, ...(capacity[skill as Skill] ?? []));
    return most > 0 && days > most ? Math.ceil(days / (most * SHARE_OF_QUARTER)) : 1;
  });
  return Math.max(1, ...needed);
}

function phase(initiative: Initiative, number: number, of: number, after: string[]): Initiative {
  const part = (value: number) => toTenth(value / of);
  const { effort } = initiative;
  return {
    ...initiative,
    id: `${initiative.id}-${number}`,
    title: `${initiative.title} (${number} of ${of})`,
    risk: initiative.risk / of,
    effort: {
      ...effort,
      optimistic: part(effort.optimistic),
      likely: part(effort.likely),
      pessimistic: part(effort.pessimistic),
      days: part(effort.days),
      bySkill: Object.fromEntries(Object.entries(effort.bySkill).map(([skill, days]) => [skill, days / of])),
      how: `${effort.how}, in ${of} phases`,
    },
    // The findings close with the last phase: half a remedy verifies nothing.
    findings: number === of ? initiative.findings : [],
    after: number === 1 ? after : [`${initiative.id}-${number - 1}`],
    phase: { number, of },
  };
}

function lastPhase(id: string, count: number): string {
  return count === 1 ? id : `${id}-${count}`;
}
