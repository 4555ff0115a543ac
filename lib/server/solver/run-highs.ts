import loadHighs, { type Highs } from "highs";
import type { MilpModel } from "#lib/planning/build-model.ts";

export type HighsOutcome = {
  status: "optimal" | "infeasible" | "stopped";
  /** The best column values found, null when there are none. */
  point: Float64Array | null;
  /** Of a relaxation: a dual value for each row. */
  duals: Float64Array | null;
  /** Upper bound of the objective (not scaled) as HiGHS proved it, with its own tolerance on top; null: none. */
  bound: number | null;
};
export type HighsOptions = {
  seconds: number;
  /** A feasible point to begin with. */
  start?: Float64Array;
  /** False: the linear relaxation. */
  whole?: boolean;
  settings?: Record<string, boolean | number | string>;
  onPoint?: (point: Float64Array) => void;
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
  const whole = options.whole ?? true;
  return highs.withModel(toModelData(highs, model, whole), (solver): HighsOutcome => {
    solver.options.set({
      output_flag: false,
      time_limit: Math.max(0.01, options.seconds),
      mip_rel_gap: 0,
      mip_abs_gap: ABSOLUTE_GAP,
      ...options.settings,
    });
    if (options.start) solver.setSolution({ colValue: options.start });
    const { modelStatus: ended } = solver.run({
      [callbackType.mipImprovingSolution]({ data }) {
        if (data.mip_solution) options.onPoint?.(data.mip_solution);
      },
      [callbackType.mipLogging]({ data }) {
        if (data.mip_dual_bound !== undefined) options.onBound?.(withTolerance(data.mip_dual_bound, model.scale));
      },
    });
    if (ended === modelStatus.infeasible) return { status: "infeasible", point: null, duals: null, bound: null };
    const hasPoint = solver.info.get("primal_solution_status") === 2;
    const solution = hasPoint ? solver.getSolution() : null;
    const bound = whole ? Number(solver.info.get("mip_dual_bound")) : Number.NaN;
    return {
      status: ended === modelStatus.optimal ? "optimal" : "stopped",
      point: solution?.colValue ?? null,
      duals: whole ? null : (solution?.rowDual ?? null),
      bound: Number.isFinite(bound) ? withTolerance(bound, model.scale) : null,
    };
  });
}

/** HiGHS drops branches that promise less than this more than it has, and its sums are exact to about 1e-9. */
const ABSOLUTE_GAP = 1e-6;

function withTolerance(bound: number, scale: number): number {
  return (bound + ABSOLUTE_GAP + Math.abs(bound) * 1e-10) / scale;
}

function toModelData(highs: Highs, model: MilpModel, whole: boolean) {
  const finite = (value: number) => (value === Number.NEGATIVE_INFINITY ? -highs.infinity : value);
  const rows = model.rowLower.length;
  return {
    numCols: model.columns,
    numRows: rows,
    sense: highs.constants.objectiveSense.maximize,
    colCost: model.cost,
    colLower: new Float64Array(model.columns),
    colUpper: model.upper,
    rowLower: model.rowLower.map(finite),
    rowUpper: model.rowUpper,
    matrix: {
      format: "csr" as const,
      numRows: rows,
      numCols: model.columns,
      starts: Int32Array.from(model.starts),
      indices: Int32Array.from(model.indices),
      values: Float64Array.from(model.values),
    },
    ...(whole && { integrality: new Int32Array(model.columns).fill(highs.constants.variableType.integer) }),
  };
}
