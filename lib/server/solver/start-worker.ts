import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { SolverTask } from "./solver-worker.ts";
import type { WhyTask } from "./why-worker.ts";

/** More than the search of the largest instance takes; HiGHS has its own memory beside it. */
const HEAP_MB = 1_024;

/** A thread that solves one task and tells what it finds (SolverMessage). */
export function startWorker(task: SolverTask): Worker {
  return startThread("solver-worker.ts", task);
}

/** A thread that says why something is not done sooner. */
export function startWhyWorker(task: WhyTask): Worker {
  return startThread("why-worker.ts", task);
}

function startThread(file: string, task: unknown): Worker {
  return new Worker(/* turbopackIgnore: true */ workerPath(file), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    execArgv: ["--disable-warning=ExperimentalWarning"],
  });
}

/**
 * A plain path that is put together at run time, so that the bundler neither follows it nor makes a chunk of it: Node runs
 * the file as it lies, by stripping its types. Beside this file where that is run as it lies (commands, tests); in a
 * bundle, where this file's place means nothing, from the working directory, which every command sets to the repository's
 * root.
 */
function workerPath(file: string): string {
  const beside = join(import.meta.dirname ?? "", file);
  return existsSync(beside) ? beside : join(process.cwd(), "lib", "server", "solver", file);
}
