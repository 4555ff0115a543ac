import { parseArgs } from "node:util";

export const USAGE = "usage: npm run --silent plan -- [--time-limit SECONDS] INSTANCE.json | -";

/** Seconds that the planner may take unless told. */
const DEFAULT_SECONDS = 20;
const MAX_SECONDS = 86_400;

export type PlanOptions = { path: string; timeLimitSeconds: number };

/** The options, or one sentence about what is wrong with them. */
export function readPlanArguments(words: string[]): PlanOptions | { wrong: string } {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: { "time-limit": { type: "string", default: String(DEFAULT_SECONDS) } },
    });
    const seconds = values["time-limit"].trim() === "" ? Number.NaN : Number(values["time-limit"]);
    if (!(seconds > 0 && seconds <= MAX_SECONDS)) {
      return {
        wrong: `--time-limit ${values["time-limit"]} is not a number of seconds above 0 and up to ${MAX_SECONDS}`,
      };
    }
    const [path] = positionals;
    if (path === undefined || positionals.length > 1)
      return { wrong: "name one instance file, or - for standard input" };
    return { path, timeLimitSeconds: seconds };
  } catch (error) {
    return { wrong: error instanceof Error ? (error.message.split(". ")[0] ?? error.message) : String(error) };
  }
}
