import { parentPort, workerData } from "node:worker_threads";
import { type Assignment, objectiveOf, orderTwins, violationsOf } from "#lib/planning/assignment.ts";
import { buildModel } from "#lib/planning/build-model.ts";
import { greedy } from "#lib/planning/greedy.ts";
import type { PlanInstance } from "#lib/planning/instance.ts";
import { clashingWishes } from "./clashing-wishes.ts";
import { runHighs } from "./run-highs.ts";
import type { SolverMessage } from "./solve.ts";

const { instance, seconds } = workerData as { instance: PlanInstance; seconds: number };
const say = (message: SolverMessage) => parentPort?.postMessage(message);

const first: Assignment = new Map(Object.entries(greedy(instance) ?? {}));
const startIsWhole = violationsOf(instance, first).length === 0;
if (startIsWhole) say({ incumbent: [...orderTwins(instance, first)] });

const model = buildModel(instance);
const { status, assignment, bound } = await runHighs(model, { start: startIsWhole ? first : null, seconds });
if (status === "infeasible" && !startIsWhole) {
  say({ infeasible: await clashingWishes(instance, Math.max(5, seconds)) });
} else {
  const best = [assignment, startIsWhole ? first : null].filter((plan): plan is Assignment => plan !== null && violationsOf(instance, plan).length === 0);
  best.sort((a, b) => objectiveOf(instance, b) - objectiveOf(instance, a));
  const plan = best[0];
  say({ finished: plan ? [...orderTwins(instance, plan)] : null, bound, optimal: status === "optimal" });
}
