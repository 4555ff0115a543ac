/** npm run plan -- …: the planner without the portal. What it prints and returns is a contract; see docs/commands.md. */
import { readFile } from "node:fs/promises";
import { isAbsolute, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { readInstance } from "#lib/planning/instance-schema.ts";
import { solve } from "#lib/server/solver/solve.ts";
import { readPlanArguments, USAGE } from "./plan/arguments.ts";

const options = readPlanArguments(process.argv.slice(2));
if ("wrong" in options) refuse(`${options.wrong}\n\n${USAGE}`);
const read = readInstance(await parse(options.path));
if ("wrong" in read) refuse(read.wrong.join("\n"));
const answer = await solve(read.instance, { timeLimitSeconds: options.timeLimitSeconds });
process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
process.exitCode = "infeasible" in answer ? 1 : 0;

async function parse(path: string): Promise<unknown> {
  const name = path === "-" ? "standard input" : path;
  let content = "";
  try {
    content = path === "-" ? await text(process.stdin) : await readFile(fromCaller(path), "utf8");
  } catch (error) {
    refuse(`${name} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
  try {
    return JSON.parse(content);
  } catch (error) {
    refuse(`${name} is not JSON: ${error instanceof Error ? error.message : error}`);
  }
}

/** npm runs commands in the repository's root and tells where it was called from. */
function fromCaller(path: string): string {
  return isAbsolute(path) ? path : resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

function refuse(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(2);
}
