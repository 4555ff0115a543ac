import { expect, test } from "vitest";
import { LEVEL_CHOICES, readLevel, sayLevel } from "./level-words.ts";

test("every choice is read back as the level that it says", () => {
  for (const [level, words] of LEVEL_CHOICES.entries()) {
    const read = readLevel(words);
    expect(read).toEqual(
      level === 5 ? { maturity: null, notApplicable: true } : { maturity: level, notApplicable: false },
    );
    expect(sayLevel(read)).toBe(words);
  }
});

test.each([
  ["3", 3],
  [" 3 ", 3],
  ["3.0", 3],
  ["3 - enforced", 3],
  ["3 · Enforced", 3],
  ["ENFORCED", 3],
  ["0", 0],
  ["ad  hoc", 1],
])("%j is level %i", (words, level) => expect(readLevel(words)).toEqual({ maturity: level, notApplicable: false }));

test.each(["N/A", "not applicable", "Does not apply"])("%j says that it does not apply", (words) =>
  expect(readLevel(words)).toEqual({ maturity: null, notApplicable: true }),
);

test.each(["", "5", "-1", "3.5", "3 partial", "33", "yes", "enforced verified", "level 3", "1e0"])(
  "%j is no level",
  (words) => expect(readLevel(words)).toBeNull(),
);

test("the list fits into what Excel takes as a list of choices", () => {
  expect(LEVEL_CHOICES.join(",").length).toBeLessThanOrEqual(255);
  expect(LEVEL_CHOICES.filter((choice) => choice.includes(","))).toEqual([]);
});
