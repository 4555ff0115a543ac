import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { PodSecurityVerdict, Result, ScanReport } from "#lib/checks/result.ts";
import { FIELD_DEFAULTS, type ScanSettings } from "#lib/checks/settings.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { refuseUnlessWhole } from "./refuse-unless-whole.ts";
import { TAKEN, type WorkerMessage, type WorkerTask } from "./worker-message.ts";

/** The report without passes (the tallies count them), and the redacted objects as gzip, one JSON object a line. */
export type ScannedFile = { report: ScanReport; redactedObjects: Buffer; sha256: string; bytes: number };

export type ScanOptions = {
  /** As the person called it; every message names it. */
  fileName: string;
  /** Objects read so far (of: 0, it is not known of how many), then objects scanned of all. */
  onProgress: (stage: "reading" | "scanning", done: number, of: number) => void;
  signal?: AbortSignal;
  /** Thresholds of the cluster; the field's defaults when left out. */
  settings?: ScanSettings;
  /** When the snapshot was taken, where that is known already; else what it says itself, else when it came in. */
  observedAt?: Date | null;
  receivedAt?: Date;
  /** What a file may cost; a test sets less. */
  seconds?: number;
  heapMegabytes?: number;
};

const SECONDS = 180;
const HEAP_MEGABYTES = 1_536;

/**
 * Reads, redacts and scans a file in a thread of its own, with a limit on its time and its memory, so that a hostile one
 * costs nobody else anything. Throws a Refusal that says which document and line, and that nothing was stored.
 */
export async function scanInWorker(path: string, options: ScanOptions): Promise<ScannedFile> {
  // A plain path from the working directory: the bundler must not turn the worker into a chunk of its own.
  const script = join(process.cwd(), "lib", "server", "collect", "scan-worker.ts");
  const worker = new Worker(/* turbopackIgnore: true */ script, {
    workerData: {
      path,
      fileName: options.fileName,
      settings: options.settings ?? FIELD_DEFAULTS,
      observedAt: options.observedAt?.toISOString(),
      receivedAt: options.receivedAt?.toISOString(),
    } satisfies WorkerTask,
    resourceLimits: { maxOldGenerationSizeMb: options.heapMegabytes ?? HEAP_MEGABYTES },
    execArgv: ["--disable-warning=ExperimentalWarning"],
  });
  try {
    const file = await outcomeOf(worker, options);
    refuseUnlessWhole(file, options.fileName);
    return file;
  } finally {
    await worker.terminate();
  }
}

function outcomeOf(worker: Worker, options: ScanOptions): Promise<ScannedFile> {
  const { fileName, signal, onProgress, seconds = SECONDS } = options;
  return new Promise((done, fail) => {
    const refuse = (message: string) => fail(new Refusal("refused", message, { detail: "Nothing was stored." }));
    const cancel = () => refuse("The upload was cancelled.");
    const clock = setTimeout(
      () => refuse(`${fileName} takes longer than ${seconds} seconds to read.`),
      seconds * 1_000,
    );
    const results: Result[] = [];
    const podSecurity: PodSecurityVerdict[] = [];
    signal?.addEventListener("abort", cancel, { once: true });
    if (signal?.aborted) cancel();
    worker.once("exit", () => {
      clearTimeout(clock);
      signal?.removeEventListener("abort", cancel);
      refuse(`Reading ${fileName} stopped before it was done.`);
    });
    worker.once("error", (error: Error & { code?: string }) =>
      error.code === "ERR_WORKER_OUT_OF_MEMORY"
        ? refuse(`${fileName} needs more memory than a snapshot may.`)
        : fail(error),
    );
    worker.on("message", (message: WorkerMessage) => {
      if ("stage" in message) onProgress(message.stage, message.done, message.of);
      else if ("results" in message || "podSecurity" in message) {
        if ("results" in message) results.push(...message.results);
        else podSecurity.push(...message.podSecurity);
        worker.postMessage(TAKEN);
      } else if ("refused" in message) refuse(`${message.refused}.`);
      else {
        const { report, redactedObjects, sha256, bytes } = message;
        done({
          report: { ...report, results, podSecurity },
          redactedObjects: Buffer.from(redactedObjects),
          sha256,
          bytes,
        });
      }
    });
  });
}
