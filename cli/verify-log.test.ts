import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { logOf, next } from "#lib/workflow/log.fixture.ts";
import type { LogEntry } from "#lib/workflow/log-entry.ts";
import { runCommand } from "./verify-log/run-command.fixture.ts";

const log = logOf(9);
const end = `9:${log.at(-1)?.hash}`;
const folder = mkdtempSync(join(tmpdir(), "verify-log-"));
afterAll(() => rmSync(folder, { recursive: true }));

const lines = (entries: readonly unknown[]) => entries.map((entry) => `${JSON.stringify(entry)}\n`).join("");
const run = (args: string[], entries: readonly unknown[] = log) =>
  runCommand(args.includes("-") ? args : [...args, "-"], { input: lines(entries), cwd: folder });
const found = (says: string) => ({ status: 1, stdout: `${says}\n`, stderr: "" });
const without = (row: number) => log.filter(({ number }) => number !== row);
const swapped = (a: number, b: number) =>
  log.map((entry) => log[entry.number === a ? b - 1 : entry.number === b ? a - 1 : entry.number - 1]);

test("a whole log: exit 0, how many entries and where it ends; the anchor says the rest", () => {
  expect(run([])).toEqual({
    status: 0,
    stdout: `9 entries, all as written; ends at ${end}\n`,
    stderr: "That nothing is missing at the end shows only with --anchor, from a signed report.\n",
  });
  expect(run(["--anchor", end])).toMatchObject({ status: 0, stderr: "" });
  expect(run(["--anchor", `4:${log[3]?.hash}`])).toMatchObject({ status: 0, stderr: "" });
});

test("G09 edit, delete, reorder, insert: exit 1 and the first bad row by its number", () => {
  const edited = log.map((entry) => (entry.number === 5 ? { ...entry, details: { says: "else" } } : entry));
  expect(run([], edited)).toEqual(found("row 5 does not say what it said when it was written"));
  expect(run([], without(5))).toEqual(found("row 5 is entry 6: entry 5 is missing"));
  expect(run([], swapped(3, 7))).toEqual(found("row 3 is entry 7, and entry 3 stands elsewhere"));
  const forged = [...log.slice(0, 4), next(log[3], "put in"), ...log.slice(4)];
  expect(run([], forged)).toEqual(found("row 5 was put in: entry 5 stands here twice"));
});

test("G09 a row that is no entry any more: exit 1 and its number", () => {
  const { kind: _, ...cut } = log[3] as LogEntry;
  expect(run([], [...log.slice(0, 3), cut, ...log.slice(4)])).toMatchObject({
    status: 1,
    stdout: expect.stringMatching(/^row 4 is not an entry of a log: kind/),
  });
  const extra = log.map((entry) => (entry.number === 2 ? { ...entry, note: "x" } : entry));
  expect(run([], extra)).toMatchObject({ status: 1, stdout: expect.stringMatching(/^row 2 is not an entry/) });
});

test("G09 the end cut off: unseen without an anchor, exit 1 with it, also when nothing is left", () => {
  expect(run([], log.slice(0, 6))).toMatchObject({ status: 0 });
  expect(run(["--anchor", end], log.slice(0, 6))).toEqual(found("row 7 is missing: the log ends after 6 of 9 entries"));
  expect(run(["--anchor", end], [])).toEqual(found("row 1 is missing: the log ends after 0 of 9 entries"));
  expect(run(["--anchor", `9:${"f".repeat(64)}`])).toEqual(
    found("row 9 is not the one that the anchor names: the log was written anew"),
  );
});

test("the signed document is the one that the log names, or exit 1", () => {
  writeFileSync(join(folder, "signed.json"), '{"signed":true}');
  const digest = createHash("sha256").update('{"signed":true}').digest("hex");
  const whole = [...log, next(log.at(-1), digest, undefined, { kind: "assessment.signed", details: { digest } })];
  expect(run(["--document", "signed.json"], whole)).toMatchObject({ status: 0 });
  writeFileSync(join(folder, "other.json"), '{"signed":false}');
  expect(run(["--document", "other.json"], whole)).toEqual(
    found(`other.json is not what was signed: the log names ${digest}`),
  );
  expect(run(["--document", "signed.json"])).toMatchObject({ status: 1 });
});

test("a file, from the folder where the command was called", () => {
  writeFileSync(join(folder, "log.jsonl"), lines(log));
  expect(runCommand(["log.jsonl"], { cwd: folder })).toMatchObject({ status: 0 });
  expect(runCommand(["nothing.jsonl"], { cwd: folder })).toMatchObject({ status: 2, stdout: "" });
});

test("bad usage and what is no log: exit 2, nothing on standard output, and what to do", () => {
  const wrong = (args: string[], input = "") => runCommand(args, { input, cwd: folder });
  for (const [args, says] of [
    [[], /^name one exported log/],
    [["a", "b"], /^name one exported log/],
    [["--anchor", "9", "-"], /^--anchor 9 is not COUNT:HASH/],
    [["--assessment", "x"], /^--assessment x is not an id/],
    [["--assessment", log[0]?.assessment ?? "", "-"], /not both/],
    [["--what"], /--what/],
  ] as [string[], RegExp][])
    expect({ args, ...wrong(args) }).toMatchObject({ status: 2, stdout: "", stderr: expect.stringMatching(says) });
  expect(wrong(["-"])).toMatchObject({ status: 2, stdout: "" });
  expect(wrong(["-"], "hello\nworld\n")).toMatchObject({ status: 2, stdout: "", stderr: "- holds no log\n" });
  const nowhere = { DATABASE_URL: "", CHARTROOM_DATA: join(folder, "no-data") };
  expect(runCommand(["--assessment", log[0]?.assessment ?? ""], { cwd: folder, env: nowhere })).toMatchObject({
    status: 2,
    stdout: "",
    stderr: expect.stringMatching(/^there is no database: set DATABASE_URL/),
  });
});
