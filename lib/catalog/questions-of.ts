import { CATALOG } from "./catalog.ts";
import type { Question } from "./control.ts";

const BY_CONTROL: ReadonlyMap<string, Question[]> = Map.groupBy(
  CATALOG.questions.filter((question) => !question.removed),
  (question) => question.control,
);

/** The questions that are asked about a control, in catalogue order; none for an unknown control. */
export function questionsOf(control: string): readonly Question[] {
  return BY_CONTROL.get(control) ?? [];
}
