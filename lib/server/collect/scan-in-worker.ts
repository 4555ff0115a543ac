import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { ScanReport } from "#lib/checks/result.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import type { Unreadable } from "#lib/kubernetes/object.ts";

export type ScannedFile = { report: ScanReport; redactedObjects: Buffer; sha256: string; bytes: number };
export type WorkerMessage =
  | { stage: "reading" | "scanning"; done: number; of: number }
  | { file: Omit<ScannedFile, "redactedObjects">; redactedObjects: Uint8Array }
  | { refused: string };

const SECONDS = 180;
const HEAP_MB = 1_536;

/**
 * Reads, redacts and scans a file in a thread of its own, with a limit on its time and its memory, so that a hostile one
 * costs nobody else anything. Throws a Refusal that says which document and line, and that nothing was stored.
 */
export async function scanInWorker(
  path: string,
  options: {
    fileName: string;
    onProgress: (stage: "reading" | "scanning", done: number, of: number) => void;
    signal?: AbortSignal;
  },
): Promise<ScannedFile> {
  // A plain path from the working directory: the bundler must not turn the worker into a chunk of its own.
  const script = join(process.cwd(), "lib", "server", "collect", "scan-worker.ts");
  const worker = new Worker(/* turbopackIgnore: true */ script, {
    workerData: { path, fileName: options.fileName },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    execArgv: ["--disable-warning=ExperimentalWarning"],
  });
  try {
    const file = await outcomeOf(worker, options);
    refuseUnlessWhole(file.report, options.fileName);
    return file;
  } finally {
    await worker.terminate();
  }
}

function outcomeOf(worker: Worker, options: Parameters<typeof scanInWorker>[1]): Promise<ScannedFile> {
  return new Promise((done, fail) => {
    const refuse = (message: string, detail = "Nothing was stored.") =>
      fail(new Refusal("refused", message, { detail }));
    const clock = setTimeout(
      () => refuse(`${options.fileName} takes longer than ${SECONDS} seconds to read.`),
      SECONDS * 1_000,
    );
    options.signal?.addEventListener("abort", () => refuse("The upload was cancelled."), { once: true });
    worker.once("exit", () => clearTimeout(clock));
    worker.once("error", (error: Error & { code?: string }) =>
      error.code === "ERR_WORKER_OUT_OF_MEMORY"
        ? refuse(`${options.fileName} needs more memory than a snapshot may.`)
        : fail(error),
    );
    worker.on("message", (message: WorkerMessage) => {
      if ("stage" in message) options.onProgress(message.stage, message.done, message.of);
      else if ("refused" in message) refuse(`${message.refused}.`);
      else done({ ...message.file, redactedObjects: Buffer.from(message.redactedObjects) });
    });
  });
}

/** The portal takes a snapshot whole or not at all: a part that is missing would look like a cluster without faults. */
function refuseUnlessWhole(report: ScanReport, fileName: string): void {
  const broken = report.unreadable.filter((part) => !part.foreign);
  const first = broken[0];
  if (first) {
    const more = broken.length > 1 ? ` ${broken.length - 1} more parts of it cannot be read.` : "";
    throw new Refusal("refused", `${whereIs(first)}: ${first.reason}.`, {
      detail: `Nothing was stored.${more}${cutHint(first, fileName)}`,
    });
  }
  if (Object.keys(report.objects).length === 0) {
    throw new Refusal("refused", `${fileName} holds no Kubernetes objects.`, {
      detail:
        "Nothing was stored. Upload what kubectl get -A -o json prints, or a folder of manifests as .zip or .tar.gz.",
    });
  }
}

function whereIs({ path, document, line }: Unreadable): string {
  return [path, document ? `document ${document}` : "", line ? `line ${line}` : ""].filter(Boolean).join(", ");
}

function cutHint(part: Unreadable, fileName: string): string {
  return /ends in the middle/.test(part.reason)
    ? ` ${fileName} looks cut off: a proxy may limit uploads, or the command that wrote it was stopped.`
    : "";
}
