import { type BoardColumn, columnOf } from "#lib/planning/board.ts";
import type { InitiativeState } from "#lib/planning/roadmap.ts";

export type Step = "start" | "claim" | "withdraw";

/** The step that brings a card into a column; null: none does, only a scan verifies. */
export function stepInto(state: InitiativeState, column: BoardColumn): Step | null {
  if (columnOf(state) === column) return null;
  if (column === "at work") return state === "planned" ? "start" : state === "claimed" ? "withdraw" : null;
  return column === "claimed" && state !== "verified" ? "claim" : null;
}
