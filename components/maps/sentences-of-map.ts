import type { HeatMap, LayersMap } from "#lib/maps/geometry.ts";
import { formatCoverage, formatInterval, formatList, formatThings, isBlank } from "#lib/presentation/numbers.ts";
import { LEVEL_NAMES } from "#lib/presentation/palette.ts";

/** A concern in words, as its link says it: "RBAC authorization: 27 of 100, 100 % of weight seen, 2 findings: 1 critical, 1 high". */
export function sayConcern(concern: LayersMap["concerns"][number]): string {
  const { title, score, hazards, findings, unchartedFindings = 0 } = concern;
  if (isBlank(score)) return `${title}: nothing applies`;
  const levels = hazards.map(({ level, count }) => `${count} ${LEVEL_NAMES[level].toLowerCase()}`);
  const parts = [...levels, ...(unchartedFindings > 0 ? [`${unchartedFindings} uncharted`] : [])];
  const found = findings === 0 ? "no findings" : `${formatThings(findings, "finding")}: ${formatList(parts)}`;
  return `${title}: ${formatInterval(score)} of 100, ${formatCoverage(score)}, ${found}`;
}

/** The whole map in words, layer by layer, then every arrow. */
export function describeMap(map: LayersMap): string {
  const layers = map.layers.map(({ title, own, assured, heldBy }) => {
    const held = heldBy ? `, held down by ${heldBy}` : "";
    return `${title}: own ${formatInterval(own)}, assured ${formatInterval(assured)}${held}.`;
  });
  return [
    "Four layers within each other, outermost first.",
    ...layers,
    ...map.escalations.map(({ sentence }) => sentence),
  ].join(" ");
}

/** A cell of the heat map in words. */
export function sayCell(map: HeatMap, cell: HeatMap["cells"][number]): string {
  const row = map.rows.find(({ layer }) => layer === cell.layer)?.title ?? cell.layer;
  const column = map.columns.find(({ dimension }) => dimension === cell.dimension)?.title ?? cell.dimension;
  if (isBlank(cell.score)) return `${row}, ${column}: nothing applies`;
  const worst =
    cell.level === "none" || cell.level === "empty" ? "" : `, worst ${LEVEL_NAMES[cell.level].toLowerCase()}`;
  return `${row}, ${column}: ${formatInterval(cell.score)} of 100, ${formatCoverage(cell.score)}, ${formatThings(cell.findings, "finding")}${worst}`;
}
