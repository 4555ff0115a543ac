import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const CLI = join(import.meta.dirname, "plan.ts");
const item = { layer: "cluster", risk: 10, effort: { platform: 4 }, after: [], earliest: 1, latest: 2, pin: null };
const instance = {
  quarters: 2,
  capacity: { platform: [5, 5] },
  initiatives: [
    { ...item, id: "a" },
    { ...item, id: "b", risk: 20 },
    { ...item, id: "c", risk: 5 },
  ],
};

function run(args: string[], input = "", cwd = process.cwd()) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", CLI, ...args],
    { input, env: { ...process.env, INIT_CWD: cwd }, encoding: "utf8" },
  );
  return { status, stdout, stderr };
}

test("a plan: exit 0, and the answer alone on standard output", () => {
  const { status, stdout, stderr } = run(["--time-limit", "10", "-"], JSON.stringify(instance));
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const { seconds, ...answer } = JSON.parse(stdout);
  expect(answer).toEqual({
    schemaVersion: 1,
    assignment: { b: 1, a: 2 },
    left: ["c"],
    objective: 35,
    bound: 35,
    gap: 0,
    greedy: 35,
    proven: true,
  });
  expect(seconds).toBeGreaterThan(0);
});

test("a file, from the folder where the command was called", () => {
  const folder = mkdtempSync(join(tmpdir(), "plan-"));
  try {
    writeFileSync(join(folder, "year.json"), JSON.stringify(instance));
    expect(run([join(folder, "year.json")]).status).toBe(0);
    expect(run(["year.json"], "", folder).status).toBe(0);
    expect(run(["nothing.json"], "", folder)).toMatchObject({ status: 2, stdout: "" });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("wishes that clash: exit 1, and which", () => {
  const pinned = instance.initiatives.map((one) => ({ ...one, pin: 1 }));
  const { status, stdout } = run(["-"], JSON.stringify({ ...instance, initiatives: pinned.slice(0, 2) }));
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toEqual({
    infeasible: ['"a" is pinned to quarter 1 (days: platform 4)', '"b" is pinned to quarter 1 (days: platform 4)'],
  });
});

test("bad input: exit 2, nothing on standard output, and the place by name", () => {
  const bad = { ...instance, initiatives: [{ ...item, id: "a", after: ["z"] }] };
  expect(run(["-"], JSON.stringify(bad))).toEqual({
    status: 2,
    stdout: "",
    stderr: 'initiative "a" comes after "z", which is not there\n',
  });
  expect(run(["-"], '{"quarters": 4,')).toMatchObject({
    status: 2,
    stdout: "",
    stderr: expect.stringMatching(/^standard input is not JSON/),
  });
  expect(run([])).toMatchObject({ status: 2, stdout: "", stderr: expect.stringMatching(/^name one instance file/) });
});
