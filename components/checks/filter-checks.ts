import type { DimensionId, LayerId, Severity } from "#lib/catalog/framework.ts";

export type CheckLine = {
  id: string;
  title: string;
  severity: Severity;
  layer: LayerId;
  dimension: DimensionId;
  references: readonly string[];
};

/** Checks of a layer and a dimension whose id, title or references hold every word; null and "" filter nothing. */
export function filterChecks(
  checks: readonly CheckLine[],
  filter: { text: string | null; layer: string | null; dimension: string | null },
): CheckLine[] {
  const words = (filter.text ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  return checks.filter(
    (check) =>
      (!filter.layer || check.layer === filter.layer) &&
      (!filter.dimension || check.dimension === filter.dimension) &&
      words.every((word) => [check.id, check.title, ...check.references].join(" ").toLowerCase().includes(word)),
  );
}
