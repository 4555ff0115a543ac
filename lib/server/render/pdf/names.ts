import type { ConcernId, DimensionId, LayerId } from "#lib/catalog/framework.ts";
import type { ReportModel } from "#lib/report/report.ts";

export function layerTitle(model: ReportModel, layer: LayerId): string {
  return model.layersMap.layers.find((other) => other.layer === layer)?.title ?? layer;
}

export function concernTitle(model: ReportModel, concern: ConcernId | null): string {
  if (concern === null) return "";
  return model.layersMap.concerns.find((other) => other.concern === concern)?.title ?? concern;
}

export function dimensionTitle(model: ReportModel, dimension: DimensionId): string {
  return model.heatMap.columns.find((other) => other.dimension === dimension)?.title ?? dimension;
}

/** The number that an initiative carries on every page of the report: its place in the report's order, from 1. */
export function numberOfInitiative(model: ReportModel, id: string): number {
  return model.initiatives.findIndex((initiative) => initiative.id === id) + 1;
}
