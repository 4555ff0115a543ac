import { sayWishes } from "#lib/planning/find-clash.ts";
import { greedy } from "#lib/planning/greedy.ts";
import type { PlanInfeasible, PlanInstance, PlanSolution } from "#lib/planning/instance.ts";
import { type Assignment, objectiveOf, quarterOf, withoutDust } from "#lib/planning/objective.ts";
import { layOutSpace } from "#lib/planning/search-space.ts";
import { easyUpperBound } from "#lib/planning/upper-bound.ts";
import type { Done, SolverMessage } from "./solver-worker.ts";
import { startWorker } from "./start-worker.ts";

export type SolveOptions = {
  timeLimitSeconds: number;
  signal?: AbortSignal;
  onProgress?: (progress: { objective: number; bound: number; seconds: number }) => void;
  /** What stood where before (quarters of this instance): the search begins there, and is never worse. */
  places?: Assignment;
  /** What is being worked on. Given, the answer moves as little as it can (see keepPlaces), after the time limit. */
  inFlight?: readonly string[];
};

/** `cost`: risk-quarters that the best plan found removes more than this one, which moves less. */
export type KeptSolution = PlanSolution & { kept?: { cost: number } };

/** Time that the thread may take over its limit to say its last word before it is stopped. */
const GRACE_SECONDS = 0.25;
/** Time to move back what need not move, once the best plan is known. */
const KEEPING_SECONDS = 6;
/** Time to find the smallest clash, once it is known that there is no plan. */
const CLASH_SECONDS = 30;

/**
 * The best plan of a valid instance (see readInstance) within a time limit, off this thread: never less than greedy, with
 * a proven bound, whatever happens to the solver. Or the smallest set of wishes that clash. Rejects with the signal's
 * reason when it is cancelled; the thread is gone then.
 */
export async function solve(instance: PlanInstance, options: SolveOptions): Promise<KeptSolution | PlanInfeasible> {
  options.signal?.throwIfAborted();
  const began = performance.now();
  const seconds = () => Math.round(performance.now() - began) / 1_000;
  const heard = await listen(instance, options, seconds);
  return "infeasible" in heard ? heard : toSolution(instance, heard, seconds());
}

/** Runs the thread until it is done, fails, is cancelled or is out of time: the last that it told, or nothing. */
async function listen(
  instance: PlanInstance,
  { timeLimitSeconds, signal, onProgress, places, inFlight }: SolveOptions,
  seconds: () => number,
): Promise<Done | PlanInfeasible> {
  const worker = startWorker({
    instance,
    until: performance.timeOrigin + performance.now() + timeLimitSeconds * 1_000,
    places,
    inFlight,
  });
  let last: Done = { assignment: null, bound: Number.POSITIVE_INFINITY, proven: false };
  let clock: NodeJS.Timeout | undefined;
  const ended = Promise.withResolvers<Done | PlanInfeasible>();
  const cancel = () => ended.reject(signal?.reason);
  signal?.addEventListener("abort", cancel, { once: true });
  const patience = timeLimitSeconds + GRACE_SECONDS + (inFlight ? KEEPING_SECONDS : 0);
  clock = setTimeout(() => ended.resolve(last), patience * 1_000);
  // A thread that dies has told its best plan before.
  worker.once("error", () => ended.resolve(last));
  worker.once("exit", () => ended.resolve(last));
  worker.on("message", (message: SolverMessage) => {
    if ("infeasible" in message) ended.resolve(message);
    else if ("done" in message) ended.resolve(message.done);
    else if ("clashes" in message) {
      clearTimeout(clock);
      clock = setTimeout(() => ended.resolve({ infeasible: sayWishes(instance) }), CLASH_SECONDS * 1_000);
    } else {
      last = message.standing;
      const { assignment, bound } = last;
      if (assignment) onProgress?.({ objective: objectiveOf(instance, assignment), bound, seconds: seconds() });
    }
  });
  try {
    return await ended.promise;
  } finally {
    clearTimeout(clock);
    signal?.removeEventListener("abort", cancel);
    await worker.terminate();
  }
}

function toSolution(instance: PlanInstance, standing: Done, seconds: number): KeptSolution | PlanInfeasible {
  const byGreedy = greedy(instance);
  const best = standing.assignment ?? byGreedy;
  const found = standing.kept ?? best;
  if (!found || !best) {
    const reason = `No plan that keeps every wish was found in ${seconds} seconds. Give it more time, or loosen a wish:`;
    return { infeasible: [reason, ...sayWishes(instance)] };
  }
  const ids = instance.initiatives.map(({ id }) => id);
  const objective = objectiveOf(instance, found);
  const easy = Number.isFinite(standing.bound) ? standing.bound : easyUpperBound(layOutSpace(instance));
  const reached = objectiveOf(instance, best);
  const bound = standing.proven ? reached : Math.max(reached, withoutDust(easy));
  return {
    schemaVersion: 1,
    assignment: Object.fromEntries(
      ids.flatMap((id) => (quarterOf(found, id) ? [[id, quarterOf(found, id) ?? 0]] : [])),
    ),
    left: ids.filter((id) => quarterOf(found, id) === undefined),
    objective,
    bound,
    gap: bound === objective ? 0 : withoutDust((bound - objective) / Math.max(objective, 1e-9)),
    greedy: byGreedy ? objectiveOf(instance, byGreedy) : 0,
    proven: standing.proven && objective === reached,
    seconds,
    ...(standing.kept && { kept: { cost: withoutDust(reached - objective) } }),
  };
}
