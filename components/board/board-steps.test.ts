import { expect, test } from "vitest";
import { BOARD_COLUMNS } from "#lib/planning/board.ts";
import { INITIATIVE_STATES } from "#lib/planning/roadmap.ts";
import { stepInto } from "./board-steps.ts";

test("a card goes where people may put it; no hand puts it among what is verified", () => {
  const table = INITIATIVE_STATES.map((state) => [state, ...BOARD_COLUMNS.map((column) => stepInto(state, column))]);
  expect(table).toEqual([
    ["planned", null, "start", "claim", null],
    ["started", null, null, "claim", null],
    ["claimed", null, "withdraw", null, null],
    ["verified", null, null, null, null],
    ["reopened", null, null, "claim", null],
  ]);
});
