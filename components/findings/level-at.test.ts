import { expect, test } from "vitest";
import { levelOfRisk } from "#lib/scoring/level-of-risk.ts";
import { levelAt } from "./level-at.ts";

test("every cell of the grid has the level that scoring gives to its points", () => {
  for (let likelihood = 1; likelihood <= 5; likelihood++) {
    for (let impact = 1; impact <= 5; impact++) {
      expect(levelAt(likelihood, impact), `${likelihood} x ${impact}`).toBe(levelOfRisk(likelihood * impact));
    }
  }
});
