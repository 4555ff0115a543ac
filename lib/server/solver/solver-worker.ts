import { parentPort, workerData } from "node:worker_threads";
import type { PlanInstance } from "#lib/planning/instance.ts";
import { explainClash } from "./explain-clash.ts";
import type { Standing } from "./incumbent.ts";
import { runHighs } from "./run-highs.ts";
import { searchPlan } from "./search-plan.ts";

/** What the thread is given, and what it tells while it works. */
export type SolverTask = { instance: PlanInstance; seconds: number };
export type SolverMessage = { standing: Standing } | { done: Standing } | { infeasible: string[] };

const { instance, seconds } = workerData as SolverTask;
const say = (message: SolverMessage) => parentPort?.postMessage(message);
const outcome = await searchPlan(instance, seconds, { run: runHighs, tell: (standing) => say({ standing }) });
say(outcome === "infeasible" ? { infeasible: await explainClash(instance) } : { done: outcome });
