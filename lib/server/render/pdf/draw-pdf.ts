import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Brand } from "#lib/report/brand.ts";
import type { ReportModel } from "#lib/report/report.ts";
import type { PdfTask } from "./pdf-worker.ts";

/** More than the largest report takes; pages are kept until they are numbered. */
const HEAP_MB = 1_024;
const PATIENCE_SECONDS = 60;

/**
 * The report as a PDF, drawn on a thread of its own: a hundred pages take a second, in which this one goes on answering. Rejects
 * when the model cannot be drawn, or it takes too long.
 */
export async function drawPdf(
  model: ReportModel,
  extent: PdfTask["extent"],
  brand: Brand | null = null,
): Promise<Uint8Array> {
  const task: PdfTask = { model, extent, brand };
  const worker = new Worker(/* turbopackIgnore: true */ workerPath(), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    execArgv: ["--disable-warning=ExperimentalWarning"],
  });
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const clock = setTimeout(() => reject(new Error("drawing the PDF took too long")), PATIENCE_SECONDS * 1_000);
  worker.once("message", resolve);
  worker.once("error", reject);
  worker.once("exit", () => reject(new Error("the thread that draws the PDF ended")));
  try {
    return await promise;
  } finally {
    clearTimeout(clock);
    await worker.terminate();
  }
}

/** As of the solver's thread: beside this file, or, in a bundle, from the working directory. */
function workerPath(): string {
  const beside = join(import.meta.dirname ?? "", "pdf-worker.ts");
  return existsSync(beside) ? beside : join(process.cwd(), "lib", "server", "render", "pdf", "pdf-worker.ts");
}
