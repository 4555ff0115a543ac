import { expect, test } from "vitest";
import type { Effort, Quadrant } from "#lib/planning/initiative.ts";
import { quadrantLines } from "./quadrant-lines.ts";

const at = (quadrant: Quadrant, risk: number, days: number) => ({ quadrant, risk, effort: { days } as Effort });

test("each line runs half way between the neighbours that it parts", () => {
  const lines = quadrantLines([
    at("do now", 40, 4),
    at("plan well", 60, 20),
    at("fill in", 10, 6),
    at("think twice", 20, 30),
  ]);
  expect(lines).toEqual({ risk: 30, effort: 13 });
});

test("where all stand on one side there is no line", () => {
  expect(quadrantLines([at("do now", 40, 4), at("plan well", 60, 20)])).toEqual({ risk: null, effort: 12 });
  expect(quadrantLines([])).toEqual({ risk: null, effort: null });
});
