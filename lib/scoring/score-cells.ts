import { type DimensionId, LAYERS } from "#lib/catalog/framework.ts";
import type { CellScore } from "./score.ts";
import { type JudgedControl, scoreControl } from "./score-control.ts";
import { weightedMean } from "./weighted-mean.ts";

/** The cells (4 x 8, and a column for each dimension of the organization's own), row by row, outermost layer first. Findings are pinned later: see pinFindings. */
export function scoreCells(judged: readonly JudgedControl[], dimensions: readonly { id: DimensionId }[]): CellScore[] {
  return LAYERS.flatMap((layer) =>
    dimensions.map(({ id: dimension }): CellScore => {
      const controls = judged.filter(({ control }) => control.layer === layer && control.dimension === dimension);
      const { score } = weightedMean(`${layer}, ${dimension}`, controls.map(scoreControl));
      return { layer, dimension, score: score.weight > 0 ? score : null, findings: 0, risk: 0, worst: null };
    }),
  );
}
