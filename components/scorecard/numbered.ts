import type { Initiative } from "#lib/planning/initiative.ts";

export type NumberedInitiative = { number: number; initiative: Initiative };

/** Initiatives by the risk that they remove, greatest first; the number stands in the chart and in the table. */
export function numbered(initiatives: readonly Initiative[]): NumberedInitiative[] {
  return initiatives
    .toSorted((a, b) => b.risk - a.risk || a.effort.days - b.effort.days || a.id.localeCompare(b.id, "en"))
    .map((initiative, at) => ({ number: at + 1, initiative }));
}
