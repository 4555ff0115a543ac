import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ASSESSMENT, digest, logOf, next } from "./log.fixture.ts";
import { hashOfEntry, LogEntry } from "./log-entry.ts";
import { verifyLog } from "./verify-log.ts";

const LENGTH = 12;
const log = logOf(LENGTH);
const end = { count: LENGTH, hash: log.at(-1)?.hash ?? "" };
const place = fc.integer({ min: 1, max: LENGTH });
const inner = fc.integer({ min: 1, max: LENGTH - 1 });
const at = (row: number) => {
  const entry = log[row - 1];
  if (!entry) throw new Error(`no row ${row}`);
  return entry;
};
const sealed = (entry: LogEntry): LogEntry => ({ ...entry, hash: hashOfEntry(entry, digest) });

describe("an assessment's log", () => {
  it("is whole when nobody touched it, at every length, and says where it ends", () => {
    for (const count of [0, 1, 2, LENGTH]) {
      const whole = logOf(count);
      const verdict = verifyLog(whole, digest);
      expect(verdict).toMatchObject({ ok: true, end: { count } });
      if (verdict.ok) expect(verifyLog(whole, digest, verdict.end).ok).toBe(true);
    }
    expect(log.every((entry) => LogEntry.safeParse(entry).success)).toBe(true);
  });

  it("goes on after an anchor", () => {
    expect(verifyLog([...log, next(log.at(-1), "later")], digest, end).ok).toBe(true);
  });

  it("G09 names the row that was edited, whichever part of it", () => {
    const edits: ((entry: LogEntry) => LogEntry)[] = [
      (entry) => ({ ...entry, details: { says: "something else" } }),
      (entry) => ({ ...entry, kind: "answer.refused" }),
      (entry) => ({ ...entry, at: "2020-01-01T00:00:00.000Z" }),
      (entry) => ({ ...entry, who: { ...entry.who, name: "Eve" } }),
      (entry) => ({ ...entry, number: entry.number + 1 }),
      (entry) => ({ ...entry, previous: "f".repeat(64) }),
      (entry) => ({ ...entry, hash: "f".repeat(64) }),
    ];
    fc.assert(
      fc.property(place, fc.constantFrom(...edits), (row, edit) => {
        const touched = log.map((entry) => (entry.number === row ? edit(entry) : entry));
        expect(verifyLog(touched, digest)).toMatchObject({ ok: false, row, fault: "edited" });
      }),
    );
  });

  it("G09 names the row that was edited and sealed again", () => {
    fc.assert(
      fc.property(inner, (row) => {
        const touched = log.map((entry) => (entry.number === row ? sealed({ ...entry, kind: "other" }) : entry));
        expect(verifyLog(touched, digest, end)).toMatchObject({ ok: false, row, fault: "rewritten" });
        if (row < LENGTH - 1) expect(verifyLog(touched, digest)).toMatchObject({ ok: false, row, fault: "rewritten" });
      }),
    );
  });

  it("G09 names the row that is missing", () => {
    fc.assert(
      fc.property(inner, (row) => {
        const touched = log.filter(({ number }) => number !== row);
        expect(verifyLog(touched, digest)).toMatchObject({ ok: false, row, fault: "missing" });
      }),
    );
  });

  it("G09 names the first row that stands elsewhere", () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        fc.pre(a !== b);
        const touched = log.map((entry) => (entry.number === a ? at(b) : entry.number === b ? at(a) : entry));
        expect(verifyLog(touched, digest)).toMatchObject({ ok: false, row: Math.min(a, b), fault: "reordered" });
      }),
    );
  });

  it("G09 names the row that was put in, even when it is honestly sealed", () => {
    fc.assert(
      fc.property(inner, fc.boolean(), (row, behind) => {
        const forged = next(log[row - 2], "put in");
        const touched = [...log];
        touched.splice(behind ? row : row - 1, 0, forged);
        expect(verifyLog(touched, digest)).toMatchObject({ row: behind ? row + 1 : row, fault: "inserted" });
      }),
    );
  });

  it("G09 shows by the anchor that the end was cut off, and by nothing else", () => {
    fc.assert(
      fc.property(place, (kept) => {
        const touched = log.slice(0, kept - 1);
        expect(verifyLog(touched, digest).ok).toBe(true);
        expect(verifyLog(touched, digest, end)).toMatchObject({ ok: false, row: kept, fault: "cut off" });
      }),
    );
  });

  it("G09 shows by the anchor that all of it was written anew", () => {
    const anew = [next(undefined, "anew")];
    while (anew.length < LENGTH + 2) anew.push(next(anew.at(-1), "anew"));
    expect(verifyLog(anew, digest).ok).toBe(true);
    expect(verifyLog(anew, digest, end)).toMatchObject({ ok: false, row: LENGTH, fault: "rewritten" });
  });

  it("G09 refuses rows of another assessment's log", () => {
    const other = logOf(LENGTH, ASSESSMENT.replace("2222", "4444"));
    expect(verifyLog([...log.slice(0, 4), ...other.slice(4)], digest)).toMatchObject({ row: 5, fault: "foreign" });
  });
});
