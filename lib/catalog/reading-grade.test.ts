import { expect, test } from "vitest";
import { readingGrade } from "./reading-grade.ts";

test("short words in short sentences need few school years, long ones many", () => {
  const easy = readingGrade("The cat sat on the mat. It was warm.");
  const hard = readingGrade(
    "Organizational authorization infrastructure necessitates comprehensive reconsideration of administrative responsibilities.",
  );
  expect(easy).toBeLessThan(2);
  expect(hard).toBeGreaterThan(20);
});

test("follows the published formula: 10 words, 1 sentence, 12 syllables", () => {
  expect(readingGrade("We saw the red fox run over a low table")).toBeCloseTo(0.39 * 10 + 11.8 * 1.1 - 15.59, 5);
});

test("commands do not count, and nothing is grade 0", () => {
  expect(readingGrade("Run `kubectl get pods --all-namespaces -o jsonpath` now.")).toBe(readingGrade("Run it now."));
  expect(readingGrade("")).toBe(0);
});
