import "server-only";
import { Refusal } from "#lib/contracts/refusal.ts";

/** How far a planning run is: the best plan so far and what no plan exceeds, in risk-quarters. */
export type RunProgress = { objective: number; bound: number; seconds: number };

type Run = { organizationId: string; abort: AbortController; progress: RunProgress | null };

/** Runs of this process. One that goes on elsewhere shows no progress, and its plan comes all the same. */
const runs = new Map<string, Run>();

/** Begins a run that its organization may watch and cancel by its id; `end` it whatever happens. */
export function beginRun(id: string, organizationId: string) {
  if (runs.has(id)) throw new Refusal("conflict", "This is being planned already.", { detail: "Wait for it." });
  const run: Run = { organizationId, abort: new AbortController(), progress: null };
  runs.set(id, run);
  return {
    signal: run.abort.signal,
    onProgress: (progress: RunProgress) => {
      run.progress = progress;
    },
    end: () => runs.delete(id),
  };
}

/** Null: there is none of this organization here, or it has found nothing yet. */
export function progressOfRun(id: string, organizationId: string): RunProgress | null {
  const run = runs.get(id);
  return run?.organizationId === organizationId ? run.progress : null;
}

/** Stops a run: whoever asked for the plan is told so, and nothing is stored. False: there is none to stop. */
export function cancelRunOf(id: string, organizationId: string): boolean {
  const run = runs.get(id);
  if (run?.organizationId !== organizationId) return false;
  run.abort.abort(
    new Refusal("refused", "Planning was cancelled.", { detail: "Nothing was stored; the plan that stands is kept." }),
  );
  return true;
}
