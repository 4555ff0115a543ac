import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { type Assignment, objectiveOf, violationsOf } from "#lib/planning/assignment.ts";
import { greedy } from "#lib/planning/greedy.ts";
import type { PlanInfeasible, PlanInstance, PlanSolution } from "#lib/planning/instance.ts";
import { simpleBound } from "#lib/planning/simple-bound.ts";

export type SolverMessage =
  | { incumbent: [string, number][] }
  | { finished: [string, number][] | null; bound: number | null; optimal: boolean }
  | { infeasible: string[] };

export type SolveOptions = { timeLimitSeconds: number; signal?: AbortSignal };

/** After the solver's own limit, how long its thread may take to say what it has. */
const GRACE_MS = 3_000;
/** Relative distance below which a plan and its bound are the same number. */
const PROVEN_GAP = 1e-9;

type Heard = { incumbent: Assignment | null; bound: number | null; optimal: boolean; infeasible: string[] | null };

/**
 * Plans an instance (already checked by readInstance) off the caller's thread. At least as good as greedy; `bound` is a
 * proven upper bound. Cancelling, a time limit and a dying thread leave the best plan so far. Rejects only when not even
 * the wishes could be met in time.
 */
export async function solve(instance: PlanInstance, options: SolveOptions): Promise<PlanSolution | PlanInfeasible> {
  const started = performance.now();
  const order: Assignment = new Map(Object.entries(greedy(instance) ?? {}));
  const orderIsWhole = violationsOf(instance, order).length === 0;
  const heard = await listen(instance, options);
  if (heard.infeasible) return { infeasible: heard.infeasible };
  const plan = better(instance, heard.incumbent, orderIsWhole ? order : null);
  if (!plan) throw new Error(`no plan keeps every wish within ${options.timeLimitSeconds} seconds; give it more time`);
  const objective = objectiveOf(instance, plan);
  const bound = Math.max(objective, Math.min(heard.bound ?? Number.POSITIVE_INFINITY, simpleBound(instance)));
  const gap = bound > 0 ? (bound - objective) / bound : 0;
  const proven = heard.optimal || gap <= PROVEN_GAP;
  return {
    schemaVersion: 1,
    assignment: Object.fromEntries([...plan].sort(([a], [b]) => (a < b ? -1 : 1))),
    left: instance.initiatives.map(({ id }) => id).filter((id) => !plan.has(id)),
    objective,
    bound: proven ? objective : bound,
    gap: proven ? 0 : gap,
    greedy: orderIsWhole ? objectiveOf(instance, order) : 0,
    proven,
    seconds: Math.round(performance.now() - started) / 1_000,
  };
}

function better(instance: PlanInstance, a: Assignment | null, b: Assignment | null): Assignment | null {
  if (!a || !b) return a ?? b;
  return objectiveOf(instance, a) >= objectiveOf(instance, b) ? a : b;
}

async function listen(instance: PlanInstance, { timeLimitSeconds, signal }: SolveOptions): Promise<Heard> {
  const heard: Heard = { incumbent: null, bound: null, optimal: false, infeasible: null };
  // A plain path from the working directory: the bundler must not turn the worker into a chunk of its own.
  const script = join(process.cwd(), "lib", "server", "solver", "solver-worker.ts");
  const worker = new Worker(/* turbopackIgnore: true */ script, { workerData: { instance, seconds: timeLimitSeconds }, execArgv: ["--disable-warning=ExperimentalWarning"] });
  const infeasibleGrace = Math.max(5, timeLimitSeconds) * 1_000;
  await new Promise<void>((done) => {
    const clock = setTimeout(done, timeLimitSeconds * 1_000 + GRACE_MS + infeasibleGrace);
    const finish = () => {
      clearTimeout(clock);
      done();
    };
    signal?.addEventListener("abort", finish, { once: true });
    if (signal?.aborted) finish();
    // A thread that dies has said its incumbent before.
    worker.once("error", finish);
    worker.once("exit", finish);
    worker.on("message", (message: SolverMessage) => {
      if ("incumbent" in message) heard.incumbent = new Map(message.incumbent);
      else if ("infeasible" in message) heard.infeasible = message.infeasible;
      else {
        if (message.finished) heard.incumbent = new Map(message.finished);
        heard.bound = message.bound;
        heard.optimal = message.optimal;
      }
      if (!("incumbent" in message)) finish();
    });
  });
  await worker.terminate();
  return heard;
}
