// The first step of `npm run quickstart` and `npm test`, in plain JavaScript that any Node can run: installs what the lock
// file says when it is missing, then hands over to the Node that came with it.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import module from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
process.chdir(root);
const [script, ...rest] = process.argv.slice(2);
const lock = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
const stamp = join("node_modules", ".chartroom-lock");
const installed = existsSync(stamp) && readFileSync(stamp, "utf8") === lock;
const npm = process.platform === "win32" ? "npm.cmd" : "npm";

if (!installed) {
  console.log("installing dependencies (first time only)");
  const { status } = spawnSync(npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, lock);
}

const binary = join("node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
const bin = join(root, "node_modules", ".bin");
process.env.PATH = `${bin}${process.platform === "win32" ? ";" : ":"}${process.env.PATH ?? ""}`;
// What Node has stripped and compiled once it takes from here again, by the content of each file: never stale.
const cache = resolve(root, process.env.CHARTROOM_DATA ?? ".data", "compile-cache");

/** A command that people wait for starts from one file. */
async function bundled() {
  if (script !== "cli/scan.ts") return null;
  const { bundleOf } = await import("./bundle.ts");
  return bundleOf(root, script, join(cache, "bundles"), lock);
}

// npm puts the Node of the lock file first: then this process is the one, and a second start is saved.
if (realpathSync(process.execPath) === realpathSync(binary)) {
  module.enableCompileCache(cache);
  process.argv = [process.execPath, join(root, script), ...rest];
  await import(pathToFileURL((await bundled()) ?? process.argv[1]).href);
} else {
  const child = spawn(binary, ["--disable-warning=ExperimentalWarning", ...process.execArgv, script, ...rest], {
    stdio: "inherit",
    env: { NODE_COMPILE_CACHE: cache, ...process.env },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
