/** Keys of the questionnaire, as its help shows them. */
export const QUESTION_KEYS = [
  ["0 – 4", "Choose a level"],
  ["N", "Does not apply"],
  ["A", "Accept what the scan proposes"],
  ["Y", "Confirm the earlier answer"],
  ["J", "Next question"],
  ["K", "Previous question"],
  ["U", "Next question without an answer"],
  ["C", "Write in the comment; Esc leaves it"],
  ["E", "Add evidence"],
  ["D", "Discuss the question"],
  ["Ctrl K", "Go to any question by its words"],
  ["?", "Show these keys"],
] as const;

export type QuestionMove = "next" | "previous" | "unanswered" | "comment" | "help";

const MOVES: Readonly<Record<string, QuestionMove>> = {
  j: "next",
  k: "previous",
  u: "unanswered",
  c: "comment",
  "?": "help",
};

/** Where a key leads; null for any other key. */
export function moveByKey(key: string): QuestionMove | null {
  return MOVES[key.toLowerCase()] ?? null;
}

type Pressed = Pick<KeyboardEvent, "ctrlKey" | "metaKey" | "altKey" | "target">;

/** False where the key belongs to what has the focus: text, a list of choices, a dialog. */
export function isForQuestionnaire({ ctrlKey, metaKey, altKey, target }: Pressed): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  if (!(target instanceof Element)) return true;
  if (target.closest("[role=dialog]")) return false;
  if (target instanceof HTMLInputElement) return target.type === "radio" || target.type === "checkbox";
  return !target.matches("textarea, select, [contenteditable=true]");
}
