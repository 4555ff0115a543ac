import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { bundleOf } from "./bundle.ts";

let root = "";
const write = (name: string, text: string) => writeFileSync(join(root, name), text);
const bundle = (lock = "a") => bundleOf(root, "main.ts", join(root, "bundles"), lock);
const run = (path: string | null) => spawnSync(process.execPath, [path ?? ""], { encoding: "utf8" }).stdout.trim();

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "chartroom-bundle-"));
  write("main.ts", 'import { word } from "./part.ts";\nconst said: string = word;\nconsole.log(said);\n');
  write("part.ts", 'export const word: string = "first";\n');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test("one file does what all of them do, and is made once", async () => {
  const path = await bundle();
  expect(run(path)).toBe("first");
  writeFileSync(path ?? "", 'console.log("kept");\n');
  expect(run(await bundle())).toBe("kept");
  expect(readdirSync(join(root, "bundles")).sort()).toEqual(["main-ts.json", "main-ts.mjs"]);
});

test("a change of any input, and one of the packages, make it anew", async () => {
  await bundle();
  write("part.ts", 'export const word: string = "other";\n');
  utimesSync(join(root, "part.ts"), 1, 1);
  const path = await bundle();
  expect(run(path)).toBe("other");
  writeFileSync(path ?? "", 'console.log("old packages");\n');
  expect(run(await bundle("b"))).toBe("other");
});

test("what cannot be bundled runs from its source", async () => {
  write("part.ts", "export const word: string = ;\n");
  expect(await bundle()).toBeNull();
  rmSync(join(root, "part.ts"));
  expect(await bundle()).toBeNull();
});
