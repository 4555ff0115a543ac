import loadHighs, { type Highs } from "highs";
import type { MilpModel } from "#lib/planning/build-model.ts";

export type HighsOutcome = {
  status: "optimal" | "infeasible" | "stopped";
  /** The best column values found, null when there are none. */
  values: Float64Array | null;
  /** Proven upper bound of the objective, null when nothing was proven. */
  bound: number | null;
};
export type HighsOptions = {
  seconds: number;
  start?: Float64Array;
  /** False: the linear relaxation. */
  whole?: boolean;
  settings?: Record<string, boolean | number | string>;
  onSolution?: (values: Float64Array) => void;
  onBound?: (bound: number) => void;
};

let loaded: Promise<Highs> | null = null;

/**
 * Runs HiGHS on one model (maximised), in this thread, until it is solved or the seconds are over. Rejects when HiGHS
 * fails in any way; the WebAssembly instance is thrown away then, as its memory cannot be trusted any more.
 */
export async function runHighs(model: MilpModel, options: HighsOptions): Promise<HighsOutcome> {
  loaded ??= loadHighs();
  try {
    return run(await loaded, model, options);
  } catch (error) {
    loaded = null;
    throw error;
  }
}

function run(highs: Highs, model: MilpModel, options: HighsOptions): HighsOutcome {
  const { callbackType, modelStatus } = highs.constants;
  return highs.withModel(toModelData(highs, model, options.whole ?? true), (solver): HighsOutcome => {
    solver.options.set({ output_flag: false, time_limit: options.seconds, mip_rel_gap: 0, ...options.settings });
    if (options.start) solver.setSolution({ colValue: options.start });
    const { modelStatus: ended } = solver.run({
      [callbackType.mipImprovingSolution](event) {
        if (event.data.mip_solution) options.onSolution?.(event.data.mip_solution);
      },
      [callbackType.mipLogging](event) {
        if (event.data.mip_dual_bound !== undefined) options.onBound?.(event.data.mip_dual_bound);
      },
    });
    if (ended === modelStatus.infeasible) return { status: "infeasible", values: null, bound: null };
    const bound = Number(solver.info.get("mip_dual_bound"));
    return {
      status: ended === modelStatus.optimal ? "optimal" : "stopped",
      values: solver.info.get("primal_solution_status") === 2 ? solver.getSolution().colValue : null,
      bound: Number.isFinite(bound) ? bound : null,
    };
  });
}

function toModelData(highs: Highs, model: MilpModel, whole: boolean) {
  const finite = (value: number) => (value === Number.NEGATIVE_INFINITY ? -highs.infinity : value);
  return {
    numCols: model.columns,
    numRows: model.rowLower.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: model.cost,
    colLower: new Float64Array(model.columns),
    colUpper: model.upper,
    rowLower: model.rowLower.map(finite),
    rowUpper: model.rowUpper,
    matrix: {
      format: "csr" as const,
      numRows: model.rowLower.length,
      numCols: model.columns,
      starts: Int32Array.from(model.starts),
      indices: Int32Array.from(model.indices),
      values: Float64Array.from(model.values),
    },
    ...(whole && { integrality: new Int32Array(model.columns).fill(highs.constants.variableType.integer) }),
  };
}
