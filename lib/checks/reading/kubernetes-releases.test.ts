import { expect, test } from "vitest";
import { NEWEST_KUBERNETES } from "#lib/kubernetes/build-cluster-index.ts";
import { endOfLifeOf, KUBERNETES_RELEASES } from "./kubernetes-releases.ts";
import { TABLES_CHECKED } from "./tables-checked.ts";

const DAY = /^20\d\d-[01]\d-[0-3]\d$/;

test("the releases follow each other without a gap, newest first, and come and end in order", () => {
  const minors = KUBERNETES_RELEASES.map(({ minor }) => minor);
  expect(minors).toEqual(minors.map((_, at) => (minors[0] ?? 0) - at));
  for (const days of [
    KUBERNETES_RELEASES.map(({ endOfLife }) => endOfLife),
    KUBERNETES_RELEASES.flatMap(({ released }) => released ?? []),
  ]) {
    expect(days).toEqual([...days].sort().reverse());
    expect(new Set(days).size).toBe(days.length);
  }
});

test.each(KUBERNETES_RELEASES)("1.$minor ends after it came, and says by whom", ({ released, endOfLife, source }) => {
  expect(endOfLife).toMatch(DAY);
  expect(source).toMatch(/^https:\/\/kubernetes\.io\/releases\//);
  if (released === undefined) return;
  expect(released).toMatch(DAY);
  expect(released <= TABLES_CHECKED).toBe(true);
  const days = (Date.parse(endOfLife) - Date.parse(released)) / 86_400_000;
  // A year and two months, more or less: the rule is that of 1.19, and 1.17 and 1.18 lasted long as well.
  expect(days).toBeGreaterThan(365);
  expect(days).toBeLessThan(480);
});

test("the newest release is the one that snapshots without a version are taken for", () => {
  expect(`1.${KUBERNETES_RELEASES[0]?.minor}`).toBe(NEWEST_KUBERNETES);
});

test("three releases were alive when the table was checked", () => {
  expect(KUBERNETES_RELEASES.filter(({ endOfLife }) => endOfLife > TABLES_CHECKED).map(({ minor }) => minor)).toEqual([
    37, 36, 35,
  ]);
});

test("a release before the table is over since its oldest row, one after it is not known", () => {
  expect(endOfLifeOf(24)).toBe("2023-07-28");
  expect(endOfLifeOf(0)).toBe(KUBERNETES_RELEASES.at(-1)?.endOfLife);
  expect(endOfLifeOf((KUBERNETES_RELEASES[0]?.minor ?? 0) + 1)).toBeUndefined();
});
