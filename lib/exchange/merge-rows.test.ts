import { expect, test } from "vitest";
import type { ReadRow, Said, StoredSaid } from "./exchanged.ts";
import { type Known, mergeRows } from "./merge-rows.ts";
import { storedFixture } from "./questionnaire.fixture.ts";

const said = (more: Partial<Said> = {}): Said => ({
  ...{ maturity: 2, notApplicable: false, comment: "half of them", confidence: "medium" },
  ...more,
});
const row = (more: Partial<ReadRow> = {}): ReadRow => ({
  ...{ place: "row 2", question: "q1", version: 3, meaning: "m", said: said() },
  ...more,
});
const merge = (file: ReadRow, stored: StoredSaid | null, more: Partial<Known> & { foreign?: true } = {}) =>
  mergeRows(
    [file],
    () => ({ asked: { meaning: "m" }, stored, atVersion: (version) => (version === 3 ? said() : null), ...more }),
    !more.foreign,
  );
const outcome = (...args: Parameters<typeof merge>) => merge(...args).rows[0]?.is;

test("what the file did not change stays, whoever wrote since", () => {
  expect(outcome(row(), storedFixture())).toBe("unchanged");
  expect(outcome(row(), storedFixture({ version: 4, maturity: 4 }))).toBe("newer-here");
  expect(outcome(row({ said: null, version: 0 }), null)).toBe("left-blank");
  expect(outcome(row({ said: null }), storedFixture())).toBe("left-blank");
});

test("what only the file changed is taken", () => {
  expect(outcome(row({ said: said({ maturity: 3 }) }), storedFixture())).toBe("changed");
  expect(outcome(row({ said: said({ comment: "" }) }), storedFixture())).toBe("changed");
  expect(outcome(row({ version: 0, said: said() }), null)).toBe("changed");
});

test("what both changed is a conflict that shows both", () => {
  const theirs = storedFixture({ version: 4, maturity: 4, by: "Grace" });
  const merged = merge(row({ said: said({ maturity: 3 }) }), theirs);
  expect(merged.rows[0]).toMatchObject({ is: "conflict", mine: { maturity: 3 }, theirs: { maturity: 4, by: "Grace" } });
  expect(outcome(row({ version: 0, said: said({ maturity: 3 }) }), storedFixture({ version: 1 }))).toBe("conflict");
  // Both changed to the same: nothing to decide.
  expect(outcome(row({ said: said({ maturity: 4 }) }), storedFixture({ version: 4, maturity: 4 }))).toBe("unchanged");
});

test("a version that never was is no licence to overwrite", () => {
  expect(outcome(row({ version: 99, said: said({ maturity: 1 }) }), storedFixture())).toBe("conflict");
});

test("versions of another assessment say nothing", () => {
  expect(outcome(row({ said: said({ maturity: 3 }) }), storedFixture(), { foreign: true })).toBe("conflict");
  expect(outcome(row({ said: said({ maturity: 3 }) }), null, { foreign: true })).toBe("changed");
});

test("an answer to another wording is asked about", () => {
  const anew = { asked: { meaning: "n" } };
  expect(outcome(row({ said: said({ maturity: 3 }) }), storedFixture(), anew)).toBe("asked-differently");
  expect(outcome(row({ said: said({ maturity: 3 }), meaning: "" }), storedFixture(), anew)).toBe("changed");
  expect(outcome(row(), storedFixture(), anew)).toBe("unchanged");
});

test("answers to questions that nobody asks are refused by name, and blank ones are passed over", () => {
  expect(merge(row(), null, { asked: null }).refused[0]?.says).toContain("There is no question q1");
  expect(merge(row({ said: said({ maturity: 1 }) }), storedFixture(), { asked: "removed" }).refused[0]?.says).toContain(
    "no longer asked",
  );
  expect(merge(row(), storedFixture(), { asked: "removed" })).toEqual({ rows: [], refused: [] });
  expect(merge(row({ said: null }), null, { asked: null })).toEqual({ rows: [], refused: [] });
});
