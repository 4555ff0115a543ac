import { CATALOG } from "#lib/catalog/catalog.ts";
import type { Question } from "#lib/catalog/control.ts";
import type { AnswerInput } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";
import { loadCatalog } from "../own-questions/load-catalog.ts";

/** Refuses what is no answer: to a question that nobody asks, without a level, or not applicable without a reason. */
export async function requireAnswer(
  work: Work,
  of: { ownContent?: number | null },
  input: Pick<AnswerInput, "question" | "maturity" | "notApplicable" | "comment">,
): Promise<void> {
  const isAsked = (each: Question) => each.id === input.question;
  // Most are the product's: what the organization adds is looked up only where it is not one of those.
  const question = CATALOG.questions.find(isAsked) ?? (await loadCatalog(work, of)).questions.find(isAsked);
  if (!question || question.removed) {
    throw new Refusal("refused", "This question is no longer asked.", {
      detail: "It was taken out of the catalogue. Earlier answers to it are kept; nothing was stored now.",
    });
  }
  if (input.notApplicable === (input.maturity !== null)) {
    throw new Refusal("invalid-input", "Choose a level, or say that it does not apply.", {
      fields: { maturity: "Choose one of the levels" },
    });
  }
  if (input.notApplicable && input.comment.trim() === "") {
    throw new Refusal("invalid-input", "Say why it does not apply.", {
      detail: "Somebody who was not in the room will ask.",
      fields: { comment: "Enter the reason" },
    });
  }
}
