import { parentPort, workerData } from "node:worker_threads";
import type { PlanInstance } from "#lib/planning/instance.ts";
import { explainClash } from "./explain-clash.ts";
import type { Standing } from "./incumbent.ts";
import { runHighs } from "./run-highs.ts";
import { searchPlan } from "./search-plan.ts";

/** What the thread is given, and what it tells while it works: `clashes` as soon as it knows that there is no plan. */
export type SolverTask = {
  instance: PlanInstance;
  /** When to be done, in milliseconds since 1970: starting the thread takes its share of the time. */
  until: number;
};
export type SolverMessage = { standing: Standing } | { done: Standing } | { clashes: true } | { infeasible: string[] };

const { instance, until } = workerData as SolverTask;
const seconds = (until - performance.timeOrigin - performance.now()) / 1_000;
const say = (message: SolverMessage) => parentPort?.postMessage(message);
const outcome = await searchPlan(instance, seconds, { run: runHighs, tell: (standing) => say({ standing }) });
if (outcome === "infeasible") {
  say({ clashes: true });
  say({ infeasible: await explainClash(instance) });
} else say({ done: outcome });
