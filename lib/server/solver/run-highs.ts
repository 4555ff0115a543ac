import loadHighs from "highs";
import type { Assignment } from "#lib/planning/assignment.ts";
import { fromPoint, type MilpModel, toPoint } from "#lib/planning/build-model.ts";

export type HighsOutcome = { status: "optimal" | "feasible" | "infeasible" | "nothing"; assignment: Assignment | null; bound: number | null };

/** Solves a model from scratch, with a fresh instance of the solver: after a failure an old one cannot be trusted. */
export async function runHighs(model: MilpModel, options: { start: Assignment | null; seconds: number; feasibilityOnly?: boolean; onBound?: (bound: number) => void }): Promise<HighsOutcome> {
  const highs = await loadHighs();
  const { starts, entries } = matrixOf(model);
  const solver = highs.createModel({
    numCols: model.columns.length,
    numRows: model.rows.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: options.feasibilityOnly ? model.cost.map(() => 0) : model.cost,
    colLower: model.columns.map(() => 0),
    colUpper: model.columns.map(() => 1),
    rowLower: model.rows.map(({ lower }) => lower),
    rowUpper: model.rows.map(({ upper }) => upper),
    matrix: { format: "csr", numRows: model.rows.length, numCols: model.columns.length, starts: starts, indices: entries.indices, values: entries.values },
    integrality: Int32Array.from(model.columns, () => 1),
  });
  try {
    solver.options.set({ output_flag: false, time_limit: Math.max(0.05, options.seconds), mip_rel_gap: 0, mip_abs_gap: 1e-7, random_seed: 1 });
    if (options.start) solver.setSolution({ colValue: toPoint(model, options.start) });
    const { modelStatus } = solver.run();
    const { optimal, infeasible, unboundedOrInfeasible } = highs.constants.modelStatus;
    if (modelStatus === infeasible || modelStatus === unboundedOrInfeasible) return { status: "infeasible", assignment: null, bound: null };
    const hasPoint = Number(solver.info.get("primal_solution_status")) === 2;
    const assignment = hasPoint ? fromPoint(model, solver.getSolution().colValue) : null;
    const dual = Number(solver.info.get("mip_dual_bound"));
    const bound = Number.isFinite(dual) ? dual * model.scale : null;
    return { status: modelStatus === optimal ? "optimal" : assignment ? "feasible" : "nothing", assignment, bound };
  } finally {
    solver.dispose();
  }
}

function matrixOf(model: MilpModel) {
  const starts: number[] = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { entries } of model.rows) {
    for (const [column, value] of entries) {
      indices.push(column);
      values.push(value);
    }
    starts.push(indices.length);
  }
  return { starts: Int32Array.from(starts), entries: { indices: Int32Array.from(indices), values: Float64Array.from(values) } };
}
