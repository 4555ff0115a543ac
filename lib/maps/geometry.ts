import type { ConcernId, DimensionId, LayerId } from "#lib/catalog/framework.ts";
import type { RiskLevel } from "#lib/scoring/finding.ts";
import type { Score } from "#lib/scoring/score.ts";

/** Everything a map needs to be drawn, in its own units; screen and paper scale it. Origin top left, y down. */
export type Point = { x: number; y: number };
export type Box = { x: number; y: number; width: number; height: number };

/** The 4 C's map: nested rounded rectangles, outermost first; concerns stand as soundings within their layer. */
export type LayersMap = {
  width: number;
  height: number;
  layers: {
    layer: LayerId;
    title: string;
    box: Box;
    /** Corner radius. */
    radius: number;
    titleAt: Point;
    own: Score;
    assured: Score;
    heldBy: LayerId | null;
  }[];
  concerns: {
    concern: ConcernId;
    layer: LayerId;
    title: string;
    /** Title broken into lines that fit the box. */
    lines: string[];
    box: Box;
    score: Score;
    /** Share of the box to hatch as uncharted water, 0-1 (1 - coverage). */
    uncharted: number;
    hazards: { level: RiskLevel; count: number; at: Point }[];
    findings: number;
    risk: number;
  }[];
  /** Escalations outward: from a concern's box to the border of an outer layer. */
  escalations: { from: Point; to: Point; concern: ConcernId; layer: LayerId; finding: string; sentence: string }[];
};

/** 4 C's x 8 dimensions. Rows outermost layer first. */
export type HeatMap = {
  width: number;
  height: number;
  columns: { dimension: DimensionId; title: string; lines: string[]; at: Point }[];
  rows: { layer: LayerId; title: string; at: Point }[];
  cells: { layer: LayerId; dimension: DimensionId; box: Box; score: Score | null; findings: number; risk: number; level: RiskLevel | "none" | "empty" }[];
};
