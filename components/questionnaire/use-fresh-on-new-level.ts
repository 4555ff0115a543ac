"use client";

import { useRouter } from "next/navigation";
import { useCallback, useRef } from "react";
import type { QuestionItem } from "./question-item.ts";
import type { SaveAnswer } from "./reply-of.ts";

/**
 * Saves, and draws the page anew when the level that is kept has changed: whether an answer contradicts a scan, and how
 * many are answered, is the portal's to say. A comment alone changes neither.
 */
export function useFreshOnNewLevel(items: readonly QuestionItem[], save: SaveAnswer): SaveAnswer {
  const router = useRouter();
  const kept = useRef(
    new Map(items.map(({ question, answer }) => [question.id, answer ? answer.maturity : undefined])),
  );
  return useCallback(
    async (answer) => {
      const outcome = await save(answer);
      if (outcome.ok && kept.current.get(answer.question) !== answer.maturity) {
        kept.current.set(answer.question, answer.maturity);
        router.refresh();
      }
      return outcome;
    },
    [save, router],
  );
}
