/** The scan command over clusters up to Kubernetes' published limits, beside what cutting and parsing the same bytes takes. */
import { createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { clusterText, MOST_PODS } from "./cluster/cluster-at-limits.ts";
import { type Run, run } from "./cluster/run.ts";

/** Pods of a dump of 1 GB as kubectl prints it. */
const PODS_OF_A_GIGABYTE = 59_500;
const TIMES = 2;

const folder = await mkdtemp(join(tmpdir(), "chartroom-limits-"));
try {
  for (const pods of [1_000, 10_000, PODS_OF_A_GIGABYTE, MOST_PODS]) await measure(pods, join(folder, `${pods}.json`));
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function measure(pods: number, path: string): Promise<void> {
  await pipeline(Readable.from(clusterText(pods)), createWriteStream(path));
  const megabytes = (await stat(path)).size / 1e6;
  const floors: number[] = [];
  const scans: Run[] = [];
  let entries = 0;
  // In turns, and the best of each: what else the machine does meanwhile is not ours.
  for (let time = 0; time < TIMES; time++) {
    const floor = JSON.parse((await run([], ["bench/cluster/floor.ts", path], true)).output);
    floors.push(floor.seconds);
    entries = floor.entries;
    scans.push(
      await run(
        ["--max-semi-space-size=8"],
        ["cli/start/bootstrap.mjs", "cli/scan.ts", "--format", "json", path],
        false,
      ),
    );
  }
  const floor = Math.min(...floors);
  const seconds = Math.min(...scans.map((scan) => scan.seconds));
  const peak = Math.max(...scans.map((scan) => scan.peakMegabytes));
  console.log(
    `limits: ${pods} pods, ${entries} objects, ${megabytes.toFixed(0)} MB: ${seconds.toFixed(1)} s, ${(entries / seconds).toFixed(0)} objects/s, ${(megabytes / seconds).toFixed(0)} MB/s, ${(seconds / floor).toFixed(2)} times splitting and JSON.parse (${floor.toFixed(1)} s), ${((1e6 * seconds) / pods).toFixed(0)} us/pod, peak memory ${peak.toFixed(0)} MB`,
  );
  await rm(path);
}
