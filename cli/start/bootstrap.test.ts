import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "chartroom-bootstrap-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function start(...words: string[]) {
  const { NODE_COMPILE_CACHE: _, ...env } = process.env;
  return spawnSync("node_modules/node/bin/node", ["cli/start/bootstrap.mjs", ...words], {
    input: '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"},"spec":{"containers":[{"name":"c"}]}}',
    env: { ...env, CHARTROOM_DATA: join(folder, "data") },
    encoding: "utf8",
  });
}

test("a command gets its words and its input, and gives its exit code, without a word of its own", () => {
  const done = start("cli/scan.ts", "--format", "json", "--fail-on", "low", "-");
  expect(JSON.parse(done.stdout)).toMatchObject({ source: "-", objects: { Pod: 1 } });
  expect({ code: done.status, error: done.stderr }).toEqual({ code: 1, error: "" });
  expect(start("cli/scan.ts").status).toBe(2);
});

test("what was bundled and compiled once is kept below the data folder, and a second start finds it", () => {
  start("cli/scan.ts", "-");
  const kept = () => readdirSync(join(folder, "data", "compile-cache"), { recursive: true }).map(String);
  const first = kept();
  expect(first.filter((name) => /^bundles.*\.m?js$/.test(name))).not.toEqual([]);
  expect(first.filter((name) => !name.startsWith("bundles")).length).toBeGreaterThan(1);
  start("cli/scan.ts", "-");
  expect(kept().filter((name) => name.startsWith("bundles"))).toEqual(
    first.filter((name) => name.startsWith("bundles")),
  );
});
