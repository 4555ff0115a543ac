import { startWhyWorker } from "./start-worker.ts";
import type { WhyTask } from "./why-worker.ts";

/** The search is short; a thread that takes longer than this is stopped. */
const PATIENCE_SECONDS = 15;

/** Why something is not done sooner, off this thread. Rejects when the thread dies or takes too long. */
export async function askWhy(task: WhyTask): Promise<string> {
  const worker = startWhyWorker(task);
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const clock = setTimeout(() => reject(new Error("the search took too long")), PATIENCE_SECONDS * 1_000);
  worker.once("message", resolve);
  worker.once("error", reject);
  worker.once("exit", () => reject(new Error("the search ended without an answer")));
  try {
    return await promise;
  } finally {
    clearTimeout(clock);
    await worker.terminate();
  }
}
