import { expect, test } from "vitest";
import { scoreMatch } from "./score-match.ts";

test("the beginning of a word fits better than its middle, the title better than the rest", () => {
  const roadmap = scoreMatch("ro", ["Plans and roadmap", "Winter 2027"]);
  expect(roadmap).toBeGreaterThan(scoreMatch("ro", ["Production", "Clusters"]));
  expect(scoreMatch("ro", ["Production"])).toBeGreaterThan(0);
  expect(scoreMatch("winter", ["Maps", "Winter 2027"])).toBeLessThan(scoreMatch("maps", ["Maps", "Winter 2027"]));
});

test("every word must stand somewhere", () => {
  expect(scoreMatch("maps winter", ["Maps", "Winter 2027"])).toBeGreaterThan(0);
  expect(scoreMatch("maps summer", ["Maps", "Winter 2027"])).toBe(0);
  expect(scoreMatch("", ["Maps"])).toBe(1);
});
