import { expect, test } from "vitest";
import { rowHeight } from "./row-height.ts";

test("a row is as tall as its longest text needs lines", () => {
  expect(rowHeight([{ text: "short", width: 20 }])).toBe(15);
  expect(
    rowHeight([
      { text: "x".repeat(100), width: 25 },
      { text: "short", width: 10 },
    ]),
  ).toBe(75);
  expect(rowHeight([{ text: "one\ntwo\nthree", width: 25 }])).toBe(45);
});

test("no row is taller than a spreadsheet takes, and an empty one is a line", () => {
  expect(rowHeight([{ text: "x".repeat(10_000), width: 10 }])).toBe(409);
  expect(rowHeight([])).toBe(15);
});
