import fc from "fast-check";
import { expect, test } from "vitest";
import { breakLines, estimateWidth } from "./break-lines.ts";

test("breaks at spaces and loses nothing where there is room", () => {
  expect(breakLines("Quality of service and resource management", 12, 120, 3)).toEqual([
    "Quality of service",
    "and resource",
    "management",
  ]);
});

test("cuts what does not fit, and says so", () => {
  expect(breakLines("Quality of service and resource management", 12, 120, 1)).toEqual(["Quality of service…"]);
  expect(breakLines("Incomprehensibilities", 12, 60, 2)).toEqual(["Incompre…"]);
});

test("no line is wider than its room, and no more lines come than asked for", () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 }),
      fc.integer({ min: 1, max: 4 }),
      (words, most) => {
        const lines = breakLines(words.join(" "), 12, 60, most);
        expect(lines.length).toBeLessThanOrEqual(most);
        for (const line of lines) expect(estimateWidth(line, 12)).toBeLessThanOrEqual(60);
      },
    ),
  );
});
