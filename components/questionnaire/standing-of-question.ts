import type { Autosave } from "./autosave.ts";
import type { QuestionItem } from "./question-item.ts";
import { whatToConfirm } from "./what-to-confirm.ts";

export const FILTERS = [
  "all",
  "unanswered",
  "to-confirm",
  "proposed",
  "contradicted",
  "stale",
  "alone",
  "not-asked",
] as const;
export type QuestionFilter = (typeof FILTERS)[number];

export type QuestionStanding = "answered" | "to-confirm" | "proposed" | "unanswered";

/** A proposal is not an answer until a person accepts it, nor is an earlier answer until a person confirms it. */
export function standingOf(item: QuestionItem, state: Pick<Autosave, "version">): QuestionStanding {
  if (whatToConfirm(item, state)) return "to-confirm";
  if (state.version > 0) return "answered";
  return item.proposal ? "proposed" : "unanswered";
}

export function passes(filter: QuestionFilter, item: QuestionItem, standing: QuestionStanding): boolean {
  if (filter === "not-asked") return isLeftOut(item, standing);
  if (isLeftOut(item, standing)) return false;
  if (filter === "stale") return item.stale;
  if (filter === "alone") return item.blind?.mine === true;
  if (filter === "unanswered") return standing !== "answered";
  if (filter === "to-confirm") return standing === "to-confirm";
  if (filter === "proposed") return standing === "proposed";
  if (filter === "contradicted") return isContradicted(item);
  return true;
}

/** Not asked, unless somebody answers it all the same. */
export function isLeftOut({ leftOut }: Pick<QuestionItem, "leftOut">, standing: QuestionStanding): boolean {
  return leftOut !== null && standing !== "answered";
}

export function filterOf(value: string | null): QuestionFilter {
  return FILTERS.find((filter) => filter === value) ?? "all";
}

/** Answer and evidence differ, and nobody has decided about it. */
export function isContradicted({ contradiction, settled }: Pick<QuestionItem, "contradiction" | "settled">): boolean {
  return contradiction !== null && !settled;
}
