import type { Wording } from "#lib/catalog/control.ts";
import type { Draft } from "./question-item.ts";

/** An answer of an earlier assessment; `reworded`: what was asked then, where that is another question by now. */
export type CarriedAnswer = Draft & {
  by: string;
  at: string;
  /** The assessment that it comes from. */
  from: string;
  asked: Wording | null;
  reworded: Wording | null;
};

/** An earlier answer to a question that nobody asks any more. */
export type NoLongerAsked = { question: string; asks: string; levels: readonly string[]; answer: CarriedAnswer };
