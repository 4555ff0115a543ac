/** npm run plan -- …: the planner without the portal. What it prints and returns is a contract; see docs/commands.md. */
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { readInstance } from "#lib/planning/instance-schema.ts";
import { solve } from "#lib/server/solver/solve.ts";

const USAGE = "usage: npm run --silent plan -- [--time-limit SECONDS] INSTANCE.json | -";

try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { "time-limit": { type: "string", default: "20" } } });
  const seconds = Number(values["time-limit"]);
  if (!(seconds > 0 && seconds <= 86_400)) refuse(`--time-limit ${values["time-limit"]} is not a number of seconds`);
  const [path, ...more] = positionals;
  if (!path || more.length > 0) refuse("name one file, or - for standard input");
  const raw = path === "-" ? await text(process.stdin) : await readFile(path ?? "", "utf8").catch(() => refuse(`${path} cannot be read`));
  const read = readInstance(parse(raw));
  if ("wrong" in read) refuse(read.wrong.join("\n"));
  else {
    const answer = await solve(read.instance, { timeLimitSeconds: seconds });
    process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
    process.exitCode = "infeasible" in answer ? 1 : 0;
  }
} catch (error) {
  refuse(error instanceof Error ? error.message : "the instance cannot be planned");
}

function parse(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch (error) {
    return refuse(`the instance is not valid JSON: ${error instanceof Error ? error.message : ""}`);
  }
}

function refuse(message: string): never {
  console.error(`${message}\n\n${USAGE}`);
  process.exit(2);
}
