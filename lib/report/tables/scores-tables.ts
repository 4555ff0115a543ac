import type { Score } from "#lib/scoring/score.ts";
import type { ReportModel } from "../report.ts";
import { type Cell, type ReportTable, tableOf } from "./table.ts";

/** Own and assured scores of the four layers and of the whole. */
export function layerScoresTable({ scores }: ReportModel): ReportTable {
  const rows = [
    ...scores.layers.map(({ layer, own, assured, heldBy }) => ({ name: layer as string, own, assured, heldBy })),
    { name: "overall", own: scores.overall.own, assured: scores.overall.assured, heldBy: null },
  ];
  return tableOf("layer-scores", "Layer scores", rows, {
    layer: ["Layer", "text", ({ name }) => name],
    own: ["Own", "number", ({ own }) => end(own, "low")],
    ownHigh: ["Own, if all unknowns are met", "number", ({ own }) => end(own, "high")],
    assured: ["Assured", "number", ({ assured }) => end(assured, "low")],
    assuredHigh: ["Assured, if all unknowns are met", "number", ({ assured }) => end(assured, "high")],
    coverage: ["Weight seen, percent", "number", ({ own }) => percent(own)],
    heldBy: ["Held down by", "text", ({ heldBy }) => heldBy],
  });
}

/** Scores of the 21 concerns. */
export function concernScoresTable({ scores }: ReportModel): ReportTable {
  return tableOf("concern-scores", "Concern scores", scores.concerns, {
    layer: ["Layer", "text", ({ layer }) => layer],
    concern: ["Concern", "text", ({ concern }) => concern],
    ...interval,
    cappedBy: ["Capped by", "text", ({ cappedBy }) => cappedBy],
  });
}

/** Scores of the eight dimensions. */
export function dimensionScoresTable({ scores }: ReportModel): ReportTable {
  return tableOf("dimension-scores", "Dimension scores", scores.dimensions, {
    dimension: ["Dimension", "text", ({ dimension }) => dimension],
    ...interval,
  });
}

type Scored = { score: Score };
const interval = {
  low: ["Score", "number", ({ score }: Scored) => end(score, "low")],
  high: ["If all unknowns are met", "number", ({ score }: Scored) => end(score, "high")],
  coverage: ["Weight seen, percent", "number", ({ score }: Scored) => percent(score)],
} as const;

/** One decimal; empty where nothing applies. */
function end(score: Score, which: "low" | "high"): Cell {
  return score.weight > 0 ? Math.round(score[which] * 10) / 10 : null;
}

function percent(score: Score): Cell {
  return score.weight > 0 ? Math.round(score.coverage * 1000) / 10 : null;
}
