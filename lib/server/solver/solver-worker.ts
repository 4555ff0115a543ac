import { parentPort, workerData } from "node:worker_threads";
import type { PlanInstance } from "#lib/planning/instance.ts";
import { keepPlaces } from "#lib/planning/keep-places.ts";
import type { Assignment } from "#lib/planning/objective.ts";
import { layOutSpace, toAssignment, toPlan } from "#lib/planning/search-space.ts";
import { explainClash } from "./explain-clash.ts";
import type { Standing } from "./incumbent.ts";
import { runHighs } from "./run-highs.ts";
import { searchPlan } from "./search-plan.ts";

/** What the thread is given, and what it tells while it works: `clashes` as soon as it knows that there is no plan. */
export type SolverTask = {
  instance: PlanInstance;
  /** When to be done, in milliseconds since 1970: starting the thread takes its share of the time. */
  until: number;
  /** What stood where before: where the search begins. */
  places?: Assignment;
  /** What is being worked on; given: the answer moves as little as it can. */
  inFlight?: readonly string[];
};
/** `kept`: the plan that moves least, beside the best one. */
export type Done = Standing & { kept?: Assignment };
export type SolverMessage = { standing: Standing } | { done: Done } | { clashes: true } | { infeasible: string[] };

const { instance, until, places = {}, inFlight } = workerData as SolverTask;
const seconds = (until - performance.timeOrigin - performance.now()) / 1_000;
const say = (message: SolverMessage) => parentPort?.postMessage(message);
const outcome = await searchPlan(instance, seconds, { run: runHighs, tell: (standing) => say({ standing }), places });
if (outcome === "infeasible") {
  say({ clashes: true });
  say({ infeasible: await explainClash(instance) });
} else say({ done: { ...outcome, ...(inFlight && keeping(outcome, inFlight)) } });

function keeping({ assignment }: Standing, started: readonly string[]): Pick<Done, "kept"> {
  if (!assignment) return {};
  const space = layOutSpace(instance);
  const standing = { places, inFlight: new Set(started) };
  return { kept: toAssignment(space, keepPlaces(space, toPlan(space, assignment), standing)) };
}
