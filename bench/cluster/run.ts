import { spawn } from "node:child_process";

export type Run = { seconds: number; peakMegabytes: number; output: string };

/** Says at the end how much memory the process took at most, in a way that its own output does not mix with. */
const TELLS_PEAK = `data:text/javascript,${encodeURIComponent(
  'import { writeSync } from "node:fs"; process.on("exit", () => writeSync(3, String(process.resourceUsage().maxRSS)));',
)}`;

/** Runs a script of ours to its end: seconds from start to exit, start-up included, and its peak memory in MB. */
export async function run(flags: readonly string[], words: readonly string[], isKept: boolean): Promise<Run> {
  const started = performance.now();
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", "--import", TELLS_PEAK, ...flags, ...words],
    { stdio: ["ignore", isKept ? "pipe" : "ignore", "inherit", "pipe"] },
  );
  const output: string[] = [];
  const peak: string[] = [];
  child.stdout?.on("data", (part: Buffer) => output.push(part.toString()));
  child.stdio[3]?.on("data", (part: Buffer) => peak.push(part.toString()));
  const code = await new Promise((done) => child.once("close", done));
  if (code !== 0 && code !== 1) throw new Error(`${words.join(" ")} ended with ${code}`);
  const seconds = (performance.now() - started) / 1000;
  return { seconds, peakMegabytes: (Number(peak.join("")) * 1024) / 1e6, output: output.join("") };
}
