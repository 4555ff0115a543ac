import fc from "fast-check";
import { expect, test } from "vitest";
import { pagesToShow } from "./pages-to-show.ts";

test("the first, the last and the neighbours have a link", () => {
  expect(pagesToShow(1, 1)).toEqual([1]);
  expect(pagesToShow(1, 30)).toEqual([1, 2, 30]);
  expect(pagesToShow(15, 30)).toEqual([1, 14, 15, 16, 30]);
});

test("whatever the page, links are in order, once each, and the current one is among them", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 499 }), (pages, offset) => {
      const page = 1 + (offset % pages);
      const shown = pagesToShow(page, pages);
      expect(shown).toContain(page);
      expect(shown).toEqual([...new Set(shown)].sort((a, b) => a - b));
      expect(shown.every((each) => each >= 1 && each <= pages)).toBe(true);
    }),
  );
});
