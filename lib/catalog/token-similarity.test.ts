import fc from "fast-check";
import { expect, test } from "vitest";
import { tokenSimilarity } from "./token-similarity.ts";

test("the same content words in another order are the same question", () => {
  expect(tokenSimilarity("Which pods mount the socket?", "Is the socket a mount of pods?")).toBe(1);
});

test("different subjects share nothing", () => {
  expect(tokenSimilarity("Who owns the namespace?", "Do backups work?")).toBe(0);
});

test("is symmetric and stays between 0 and 1", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      const similarity = tokenSimilarity(one, other);
      expect(similarity).toBe(tokenSimilarity(other, one));
      expect(similarity).toBeGreaterThanOrEqual(0);
      expect(similarity).toBeLessThanOrEqual(1);
    }),
  );
});
