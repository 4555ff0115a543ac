"use client";

import { useCallback, useEffect, useRef } from "react";
import type { QuestionItem } from "./question-item.ts";
import type { SaveAnswer } from "./reply-of.ts";

/** Who answers one question after another is not made to wait for a page drawn anew after each of them. */
const PAUSE = 700;

/**
 * Saves, and asks the portal anew a moment after the level that is kept has changed: whether an answer contradicts a scan, and
 * how many are answered, is the portal's to say. A comment alone changes neither.
 */
export function useFreshOnNewLevel(
  items: readonly QuestionItem[],
  save: SaveAnswer,
  refresh: () => Promise<void>,
): SaveAnswer {
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const kept = useRef(
    new Map(items.map(({ question, answer }) => [question.id, answer ? answer.maturity : undefined])),
  );
  useEffect(() => () => clearTimeout(waiting.current), []);
  return useCallback(
    async (answer) => {
      const outcome = await save(answer);
      if (outcome.ok && kept.current.get(answer.question) !== answer.maturity) {
        kept.current.set(answer.question, answer.maturity);
        clearTimeout(waiting.current);
        waiting.current = setTimeout(refresh, PAUSE);
      }
      return outcome;
    },
    [save, refresh],
  );
}
