import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { greedy } from "#lib/planning/greedy.ts";
import type { PlanInfeasible, PlanInstance, PlanSolution } from "#lib/planning/instance.ts";
import { objectiveOf, withoutDust } from "#lib/planning/objective.ts";
import { layOutSpace } from "#lib/planning/search-space.ts";
import { easyUpperBound } from "#lib/planning/upper-bound.ts";
import type { Standing } from "./incumbent.ts";
import type { SolverMessage, SolverTask } from "./solver-worker.ts";

export type SolveOptions = {
  timeLimitSeconds: number;
  signal?: AbortSignal;
  onProgress?: (progress: { objective: number; bound: number; seconds: number }) => void;
};

/** Time that the thread may take over its limit to say its last word before it is stopped. */
const GRACE_SECONDS = 0.25;
const HEAP_MB = 1_024;

/**
 * The best plan of a valid instance (see readInstance) within a time limit, off this thread: never less than greedy, with
 * a proven bound, whatever happens to the solver. Or the smallest set of wishes that clash. Rejects with the signal's
 * reason when it is cancelled; the thread is gone then.
 */
export async function solve(instance: PlanInstance, options: SolveOptions): Promise<PlanSolution | PlanInfeasible> {
  const began = performance.now();
  options.signal?.throwIfAborted();
  const heard = await listen(instance, options, began);
  if ("infeasible" in heard) return heard;
  return toSolution(instance, heard, (performance.now() - began) / 1_000);
}

/** Runs the thread until it is done, fails, is cancelled or is out of time: the last that it told, or nothing. */
async function listen(
  instance: PlanInstance,
  options: SolveOptions,
  began: number,
): Promise<Standing | PlanInfeasible> {
  const task: SolverTask = { instance, seconds: options.timeLimitSeconds };
  const worker = new Worker(/* turbopackIgnore: true */ workerPath(), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    execArgv: ["--disable-warning=ExperimentalWarning"],
  });
  let last: Standing = { assignment: null, bound: Number.POSITIVE_INFINITY, proven: false };
  let clock: NodeJS.Timeout | undefined;
  const cancelled = Promise.withResolvers<never>();
  const cancel = () => cancelled.reject(options.signal?.reason);
  options.signal?.addEventListener("abort", cancel, { once: true });
  try {
    const finished = new Promise<Standing | PlanInfeasible>((done) => {
      clock = setTimeout(() => done(last), (options.timeLimitSeconds + GRACE_SECONDS) * 1_000);
      worker.once("error", () => done(last));
      worker.once("exit", () => done(last));
      worker.on("message", (message: SolverMessage) => {
        if ("infeasible" in message) return done(message);
        if ("done" in message) return done(message.done);
        last = message.standing;
        if (last.assignment) {
          options.onProgress?.({
            objective: objectiveOf(instance, last.assignment),
            bound: last.bound,
            seconds: (performance.now() - began) / 1_000,
          });
        }
      });
    });
    return await Promise.race([finished, cancelled.promise]);
  } finally {
    clearTimeout(clock);
    options.signal?.removeEventListener("abort", cancel);
    await worker.terminate();
  }
}

/**
 * A plain path, so that the bundler leaves the thread's file alone (Node runs it by stripping its types): beside this file
 * where it is run as it lies, else from the working directory, which the commands set to the repository's root.
 */
function workerPath(): string {
  const beside = typeof import.meta.dirname === "string" ? join(import.meta.dirname, "solver-worker.ts") : "";
  return beside && existsSync(beside) ? beside : join(process.cwd(), "lib", "server", "solver", "solver-worker.ts");
}

function toSolution(instance: PlanInstance, standing: Standing, seconds: number): PlanSolution | PlanInfeasible {
  const byGreedy = greedy(instance);
  const assignment = standing.assignment ?? byGreedy;
  if (!assignment) {
    return {
      infeasible: [
        `no plan that keeps every wish was found in ${Math.round(seconds * 10) / 10} seconds; give it more time or loosen a wish`,
      ],
    };
  }
  const objective = objectiveOf(instance, assignment);
  const bound = standing.proven
    ? objective
    : Math.max(objective, withoutDust(Math.min(standing.bound, easyUpperBound(layOutSpace(instance)))));
  return {
    schemaVersion: 1,
    assignment: { ...assignment },
    left: instance.initiatives.flatMap(({ id }) => (Object.hasOwn(assignment, id) ? [] : [id])),
    objective,
    bound,
    gap: objective > 0 ? withoutDust((bound - objective) / objective) : bound > 0 ? 1 : 0,
    greedy: byGreedy ? objectiveOf(instance, byGreedy) : 0,
    proven: standing.proven,
    seconds: Math.round(seconds * 1_000) / 1_000,
  };
}
