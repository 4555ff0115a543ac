import { DIMENSIONS, LAYERS } from "#lib/catalog/framework.ts";
import type { CellScore } from "./score.ts";
import { type JudgedControl, scoreControl } from "./score-control.ts";
import { weightedMean } from "./weighted-mean.ts";

/** The 4 x 8 cells, row by row, outermost layer first. Findings are pinned later: see pinFindings. */
export function scoreCells(judged: readonly JudgedControl[]): CellScore[] {
  return LAYERS.flatMap((layer) =>
    DIMENSIONS.map((dimension): CellScore => {
      const controls = judged.filter(({ control }) => control.layer === layer && control.dimension === dimension);
      const { score } = weightedMean(`${layer}, ${dimension}`, controls.map(scoreControl));
      return { layer, dimension, score: score.weight > 0 ? score : null, findings: 0, risk: 0, worst: null };
    }),
  );
}
