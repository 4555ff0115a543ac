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
    /** Baseline, left end, of the layer's title. */
    titleAt: Point;
    own: Score;
    assured: Score;
    heldBy: LayerId | null;
    /** Room for the glyph of own and assured, with their numbers. */
    glyphBox?: Box;
    /** Baseline, left end, of the words that say which layer holds it down. */
    heldAt?: Point;
    /** Findings of pure health, which have no concern to stand in; pins as in concerns. */
    hazards?: { level: RiskLevel; count: number; at: Point }[];
  }[];
  concerns: {
    concern: ConcernId;
    layer: LayerId;
    title: string;
    /** Title broken into lines that fit the box. */
    lines: string[];
    box: Box;
    score: Score;
    /** Baselines, left end, of the title's lines and of the score. */
    linesAt?: Point[];
    scoreAt?: Point;
    /** Share of the box to hatch as uncharted water, 0-1 (1 - coverage). */
    uncharted: number;
    /** Where to hatch; null when all is charted. */
    unchartedBox?: Box | null;
    /** Charted findings by level, worst first. At: centre of the mark; the count stands to its right. */
    hazards: { level: RiskLevel; count: number; at: Point }[];
    /** Findings of which nothing is known: no pin, they are what is hatched. */
    unchartedFindings?: number;
    /** All findings, charted or not. */
    findings: number;
    risk: number;
  }[];
  /**
   * Escalations outward: from a concern's box to just beyond the border where an outer layer's water begins. One arrow
   * for each concern and outer layer; `finding` is its worst one.
   */
  escalations: {
    from: Point;
    to: Point;
    /** The whole way, from and to included: horizontal and vertical stretches that cross no concern. */
    path?: Point[];
    concern: ConcernId;
    layer: LayerId;
    finding: string;
    /** All findings behind the arrow, worst first. */
    findings?: string[];
    sentence: string;
  }[];
};

/** 4 C's x 8 dimensions. Rows outermost layer first. */
export type HeatMap = {
  width: number;
  height: number;
  columns: { dimension: DimensionId; title: string; lines: string[]; at: Point }[];
  rows: { layer: LayerId; title: string; at: Point }[];
  cells: {
    layer: LayerId;
    dimension: DimensionId;
    box: Box;
    score: Score | null;
    /** Where to hatch; null when all is charted or nothing applies. */
    unchartedBox?: Box | null;
    findings: number;
    risk: number;
    level: RiskLevel | "none" | "empty";
  }[];
};
