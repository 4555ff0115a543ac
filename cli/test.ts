/** npm test: lint, types, unit, integration on a real PostgreSQL, end to end in a real browser; one line of counts at the end. */
import { spawn } from "node:child_process";
import { mkdir, readFile, rm } from "node:fs/promises";
import { startEmbeddedPostgres } from "#lib/server/db/embedded-postgres.ts";
import { localKeys } from "#lib/server/runtime/keys.ts";
import { findBrowser } from "./start/browser.ts";
import { ownDatabase } from "./start/database.ts";
import { buildPortal, generatePrismaClient } from "./start/prepare.ts";

type Count = { passed: number; failed: number; skipped: number };
const total: Count = { passed: 0, failed: 0, skipped: 0 };
const reports = ".data/test";
const only = new Set(process.argv.slice(2));
const wants = (part: string) => only.size === 0 || only.has(part);

await rm(reports, { recursive: true, force: true });
await mkdir(reports, { recursive: true });
await generatePrismaClient();
if (wants("lint"))
  await single("lint and borders", ["node_modules/@biomejs/biome/bin/biome", "check", "--diagnostic-level=error", "."]);
if (wants("types")) await single("types", ["node_modules/typescript/bin/tsc", "--noEmit", "-p", "tsconfig.json"]);
if (wants("unit")) await vitest("unit");
if (wants("integration")) await vitest("integration");
if (wants("e2e")) await endToEnd();

const { passed, failed, skipped } = total;
console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`);
process.exit(failed > 0 ? 1 : 0);

async function single(name: string, args: string[]): Promise<void> {
  const code = await run(name, args);
  add({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 });
}

async function vitest(project: string): Promise<void> {
  const file = `${reports}/${project}.json`;
  await run(project, [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  const report = JSON.parse(await readFile(file, "utf8").catch(() => '{"numFailedTests":1}'));
  // A file that could not even be loaded has no failed test of its own.
  const unloaded = (report.testResults ?? []).filter(
    (suite: { status: string; assertionResults: unknown[] }) =>
      suite.status === "failed" && suite.assertionResults.length === 0,
  ).length;
  add({
    passed: report.numPassedTests ?? 0,
    failed: (report.numFailedTests ?? 0) + unloaded,
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
  });
}

async function endToEnd(): Promise<void> {
  const keys = await localKeys(".data/e2e");
  const postgres = await startEmbeddedPostgres({
    folder: ".data/e2e/postgres",
    password: keys.postgresPassword,
    durable: false,
  });
  try {
    await buildPortal();
    const databaseUrl = await ownDatabase(postgres.url, `e2e_${Date.now()}`);
    const file = `${reports}/e2e.json`;
    await run("end to end", ["node_modules/@playwright/test/cli.js", "test"], {
      E2E_DATABASE_URL: databaseUrl,
      E2E_CHROMIUM: (await findBrowser()) ?? "",
      PLAYWRIGHT_JSON_OUTPUT_NAME: file,
      NEXTAUTH_SECRET: keys.nextauthSecret,
      CHARTROOM_KEY: keys.chartroomKey,
    });
    const report = JSON.parse(await readFile(file, "utf8").catch(() => '{"stats":{"unexpected":1}}'));
    const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report.stats;
    add({ passed: expected, failed: unexpected + flaky + (report.errors?.length ?? 0), skipped });
  } finally {
    await postgres.stop();
  }
}

function add(count: Count): void {
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
}

async function run(name: string, args: string[], env: Record<string, string> = {}): Promise<number> {
  const started = Date.now();
  console.log(`\n--- ${name}`);
  const child = spawn(process.execPath, args, {
    stdio: "inherit",
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
  });
  const code = await new Promise<number>((done) => child.once("close", (status) => done(status ?? 1)));
  console.log(`--- ${name}: ${code === 0 ? "passed" : "failed"} in ${((Date.now() - started) / 1000).toFixed(0)} s`);
  return code;
}
