import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

/** Forbidden one-liners: each must make the linter fail, or a border has silently stopped biting. */
const VIOLATIONS: [file: string, line: string][] = [
  ["lib/scoring/a.ts", 'export { z } from "react";'],
  ["lib/scoring/b.ts", 'import type { A } from "#lib/server/db/client.ts";\nexport type B = A;'],
  ["lib/kubernetes/c.ts", 'export { a } from "#lib/checks/check.ts";'],
  ["lib/kubernetes/d.ts", 'export { a } from "../checks/check.ts";'],
  ["lib/checks/rbac/e.ts", 'export { a } from "../../kubernetes/object.ts";'],
  ["lib/evidence/f.ts", 'export const a = () => import("#lib/scoring/score.ts");'],
  ["lib/planning/g.ts", 'import { readFileSync } from "node:fs";\nexport const a = readFileSync;'],
  ["lib/maps/h.ts", "export const a = process.env.HOME;"],
  ["lib/newborn/i.ts", 'export { a } from "#lib/catalog/framework.ts";'],
  ["lib/report/j.ts", 'export { a } from "#components/ui/button.tsx";'],
  ["lib/server/db/k.ts", 'export { a } from "#lib/server/services/verb.ts";'],
  ["lib/server/render/l.ts", 'export { a } from "#prisma/generated/client.ts";'],
  ["lib/server/services/m.ts", 'export { a } from "#app/door/act.ts";'],
  ["components/n.tsx", 'export { a } from "#lib/server/services/verb.ts";'],
  ["components/o.tsx", 'export { CHECKS } from "#lib/checks/registry.ts";'],
  ["app/p.tsx", 'export { a } from "#lib/server/db/client.ts";'],
  ["app/q.tsx", "export const a = process.env.HOME;"],
  ["lib/scoring/r.ts", 'export const a = fetch("/");'],
];

/** What the street allows must stay allowed. */
const ALLOWED: [file: string, line: string][] = [
  ["lib/scoring/y.ts", 'export { LAYERS } from "#lib/catalog/framework.ts";'],
  ["lib/checks/rbac/z.ts", 'export { a } from "../check.ts";\nexport { b } from "./c.ts";'],
  ["components/x.tsx", 'export { can } from "#lib/access/permissions.ts";'],
  ["app/w.tsx", 'export { a } from "#lib/server/services/verb.ts";'],
];

let house: string;

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), "chartroom-borders-"));
  const config = JSON.parse(readFileSync("biome.json", "utf8"));
  writeFileSync(join(house, "biome.json"), JSON.stringify({ ...config, $schema: undefined, vcs: undefined }));
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

function lint(file: string, line: string): { status: number | null; said: string } {
  const path = join(house, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${line}\n`);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(process.cwd(), "node_modules/@biomejs/biome/bin/biome"), "lint", file],
    { cwd: house, encoding: "utf8" },
  );
  rmSync(path);
  return { status, said: stdout + stderr };
}

test.each(VIOLATIONS)("%s: %s is refused", (file, line) => {
  const { status, said } = lint(file, line);
  expect(said).toMatch(/noRestrictedImports|noProcessEnv|noRestrictedGlobals/);
  expect(status).toBe(1);
});

test.each(ALLOWED)("%s: %s is allowed", (file, line) => {
  expect(lint(file, line)).toMatchObject({ status: 0 });
});

test("the core asks no clock and rolls no dice", () => {
  const guilty = pureFiles("lib").filter((path) =>
    /Date\.now\(|new Date\(\)|Math\.random\(|Temporal\.Now/.test(readFileSync(path, "utf8")),
  );
  expect(guilty).toEqual([]);
});

test("every room says what it is for, in at most ten lines", () => {
  const rooms = [...folders("lib"), ...folders("lib/server")].filter((room) => room !== "lib/server");
  const silent = rooms.filter(
    (room) =>
      !readdirSync(room).includes("README.md") ||
      readFileSync(join(room, "README.md"), "utf8").trim().split("\n").length > 10,
  );
  expect(silent).toEqual([]);
});

function folders(of: string): string[] {
  return readdirSync(of, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(of, entry.name));
}

function pureFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.|\.fixture\./.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(join("lib", "server")));
}
