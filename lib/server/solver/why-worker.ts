import { parentPort, workerData } from "node:worker_threads";
import type { PlanInstance } from "#lib/planning/instance.ts";
import type { Assignment } from "#lib/planning/objective.ts";
import { whyNotSooner } from "#lib/planning/why-not-sooner.ts";

export type WhyTask = {
  instance: PlanInstance;
  assignment: Assignment;
  id: string;
  names: Readonly<Record<string, string>>;
};

const { instance, assignment, id, names } = workerData as WhyTask;
parentPort?.postMessage(whyNotSooner(instance, assignment, id, (other) => `“${names[other] ?? other}”`));
