import { spawnSync } from "node:child_process";
import { join } from "node:path";

const CLI = join(import.meta.dirname, "..", "verify-log.ts");

/** The command as a shell runs it; an empty variable is one that is not set. */
export function runCommand(
  args: string[],
  { input = "", cwd = process.cwd(), env = {} }: { input?: string; cwd?: string; env?: Record<string, string> },
) {
  const set: NodeJS.ProcessEnv = { ...process.env, ...env, INIT_CWD: cwd };
  for (const [name, value] of Object.entries(set)) if (value === "") delete set[name];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", CLI, ...args],
    { input, env: set, encoding: "utf8" },
  );
  return { status, stdout, stderr };
}
