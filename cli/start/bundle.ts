import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

/** What a bundle was made of: every file with its size and the time of its last change, and the packages by the lock file. */
type Stamp = { lock: string; inputs: [path: string, size: number, changed: number][] };

/**
 * The path of one file that holds a command and everything that it imports: it starts in a third of the time that hundreds
 * of files take. Made when it is missing or one of its inputs has changed; null where that fails, as where the bundler was
 * not installed: then the command runs from its source. `lock`: digest of the lock file, for the packages within.
 */
export async function bundleOf(root: string, script: string, folder: string, lock: string): Promise<string | null> {
  const name = script.replaceAll(/[^\w]+/g, "-");
  const [code, stamp] = [join(folder, `${name}.mjs`), join(folder, `${name}.json`)];
  if (isFresh(root, stamp, lock)) return code;
  try {
    const { text, inputs } = await bundle(root, script);
    mkdirSync(folder, { recursive: true });
    const made: Stamp = { lock, inputs: inputs.map((path) => [path, ...stateOf(join(root, path))]) };
    // The stamp goes last and neither is ever half: who else starts at this moment finds the old pair or the new one.
    rmSync(stamp, { force: true });
    replace(code, text);
    replace(stamp, JSON.stringify(made));
    return code;
  } catch {
    return null;
  }
}

function isFresh(root: string, stamp: string, lock: string): boolean {
  try {
    const made = JSON.parse(readFileSync(stamp, "utf8")) as Stamp;
    return (
      made.lock === lock &&
      made.inputs.every(([path, size, changed]) => {
        const state = stateOf(join(root, path));
        return state[0] === size && state[1] === changed;
      })
    );
  } catch {
    return false;
  }
}

function stateOf(path: string): [size: number, changed: number] {
  const { size, mtimeMs } = statSync(path);
  return [size, mtimeMs];
}

async function bundle(root: string, script: string): Promise<{ text: string; inputs: string[] }> {
  const { rolldown } = await import("rolldown");
  const build = await rolldown({ input: join(root, script), platform: "node", logLevel: "silent" });
  try {
    const { output } = await build.generate({ format: "esm", codeSplitting: false });
    const [{ code, moduleIds }] = output;
    // What lies in packages the lock file answers for; what has no path is the bundler's own.
    const inputs = moduleIds.filter((id) => id.startsWith(root) && !id.includes("node_modules"));
    return { text: code, inputs: inputs.map((id) => relative(root, id)) };
  } finally {
    await build.close();
  }
}

function replace(path: string, text: string): void {
  const own = `${path}.${process.pid}`;
  writeFileSync(own, text);
  renameSync(own, path);
}
