import type { Outcome } from "#lib/contracts/refusal.ts";
import type { AutosaveEvent } from "./autosave.ts";
import type { Draft, StoredAnswer } from "./question-item.ts";

export type AnswerToSave = Draft & { question: string; version: number };

/** Keeps an answer. `version` is the one that the writer saw; a conflict hands back what is stored now as `current`. */
export type SaveAnswer = (answer: AnswerToSave) => Promise<Outcome<{ version: number; at: string }>>;

/** What the portal's word means for the autosave. */
export function replyOf(outcome: Outcome<{ version: number; at: string }>): AutosaveEvent {
  if (outcome.ok) return { type: "acknowledged", version: outcome.value.version, at: outcome.value.at };
  if (outcome.code === "conflict" && isStored(outcome.current)) return { type: "conflicted", stored: outcome.current };
  return { type: "refused", refused: { message: outcome.message, detail: outcome.detail } };
}

function isStored(current: unknown): current is StoredAnswer {
  return (
    typeof current === "object" && current !== null && "version" in current && "comment" in current && "by" in current
  );
}
