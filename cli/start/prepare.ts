import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Runs a command of this checkout to its end; throws when it fails. Quiet unless it does. */
export async function runStep(args: string[], env: Record<string, string> = {}): Promise<void> {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => said.push(chunk));
  const code = await new Promise<number | null>((done, fail) => child.once("close", done).once("error", fail));
  if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}:\n${Buffer.concat(said).toString().trim()}`);
}

/** Prisma's client from the schema. The native schema engine is a download and not needed for this. */
export async function generatePrismaClient(): Promise<void> {
  if (await isFresh(join("prisma", "generated", ".of"), ["prisma/schema", "package-lock.json"])) return;
  await runStep(["node_modules/prisma/build/index.js", "generate"], { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath });
  await stamp(join("prisma", "generated", ".of"), ["prisma/schema", "package-lock.json"]);
}

const BUILT_FROM = [
  "app",
  "components",
  "lib",
  "prisma/schema",
  "public",
  "next.config.ts",
  "postcss.config.mjs",
  "package-lock.json",
];

/** Builds the portal when anything that it is made of changed since. */
export async function buildPortal(): Promise<void> {
  const mark = join(".next", ".of");
  if (existsSync(join(".next", "BUILD_ID")) && (await isFresh(mark, BUILT_FROM))) return;
  await runStep(["node_modules/next/dist/bin/next", "build"], { NEXT_TELEMETRY_DISABLED: "1" });
  await stamp(mark, BUILT_FROM);
}

async function isFresh(mark: string, sources: string[]): Promise<boolean> {
  return existsSync(mark) && (await readFile(mark, "utf8")) === (await digestOf(sources));
}

async function stamp(mark: string, sources: string[]): Promise<void> {
  await writeFile(mark, await digestOf(sources));
}

async function digestOf(sources: string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const source of sources) await addTo(hash, source);
  return hash.digest("hex");
}

async function addTo(hash: ReturnType<typeof createHash>, path: string): Promise<void> {
  if (!existsSync(path)) return;
  if ((await stat(path)).isFile()) {
    hash.update(path).update(await readFile(path));
    return;
  }
  for (const name of (await readdir(path)).sort())
    if (!/\.(test|cases)\./.test(name)) await addTo(hash, join(path, name));
}
