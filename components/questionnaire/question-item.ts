import type { Question, Wording } from "#lib/catalog/control.ts";
import type { ConcernId, DimensionId, LayerId, Maturity } from "#lib/catalog/framework.ts";
import type { Contradiction, Proposal } from "#lib/evidence/evidence.ts";
import type { CarriedAnswer } from "./carried-answer.ts";

export type Confidence = "low" | "medium" | "high";

/** What a person says to a question. Null and applicable: no level chosen yet. */
export type Draft = { maturity: Maturity | null; notApplicable: boolean; comment: string; confidence: Confidence };

/** An answer as the portal keeps it. */
export type StoredAnswer = Draft & { version: number; by: string; at: string };

/** One question with all that speaks about it. */
export type QuestionItem = {
  question: Question;
  control: {
    id: string;
    title: string;
    layer: LayerId;
    concern: ConcernId | null;
    dimension: DimensionId;
    checks: readonly string[];
    otherEvidence: string | null;
  };
  /** Title of the initiative that closes it, and its effort as a clause. */
  remedy: { title: string; effort: string } | null;
  /** Who answers it, until when (ISO date); null: nobody. */
  owner: { id: string; name: string; dueOn: string | null } | null;
  /** Why it does not concern the clusters; null: it does, or it was answered all the same. */
  leftOut: string | null;
  /** The answer is too old to count. */
  stale: boolean;
  answer: StoredAnswer | null;
  /** Answered by named people, each alone; null: not so. */
  blind: { round: string; people: readonly string[]; mine: boolean } | null;
  /** What the answer was given to, where the question means something else by now. */
  reworded: Wording | null;
  /** What an earlier assessment answered, where nobody has answered yet. */
  carried: CarriedAnswer | null;
  proposal: Proposal | null;
  contradiction: Contradiction | null;
  /** What was decided about the contradiction; null: nothing that holds everywhere. */
  settled: readonly string[] | null;
};

export const EMPTY_DRAFT: Draft = { maturity: null, notApplicable: false, comment: "", confidence: "medium" };

export function draftOf(answer: StoredAnswer | null): Draft {
  if (!answer) return EMPTY_DRAFT;
  const { maturity, notApplicable, comment, confidence } = answer;
  return { maturity, notApplicable, comment, confidence };
}

export function sameDraft(a: Draft, b: Draft): boolean {
  return (
    a.maturity === b.maturity &&
    a.notApplicable === b.notApplicable &&
    a.comment === b.comment &&
    a.confidence === b.confidence
  );
}

/** What is missing before it can be kept; null: nothing. */
export function missingIn(draft: Draft): string | null {
  if (draft.notApplicable) return draft.comment.trim() === "" ? "Say why it does not apply." : null;
  return draft.maturity === null ? "Choose a level, or say that it does not apply." : null;
}
