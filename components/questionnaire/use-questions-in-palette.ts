import { useEffectEvent, useMemo } from "react";
import type { PaletteItem } from "#components/shell/navigation.ts";
import { useOfferInPalette } from "#components/shell/page-palette.ts";
import type { QuestionItem } from "./question-item.ts";

/** Makes every question reachable by its words from the command palette, without leaving the page. */
export function useQuestionsInPalette(items: readonly QuestionItem[], open: (question: string) => void): void {
  const go = useEffectEvent(open);
  const offered = useMemo(
    () =>
      items.map(
        ({ question, control }): PaletteItem => ({
          title: question.asks,
          href: `?question=${question.id}`,
          group: "Questions",
          keywords: [control.title, control.id, ...control.checks],
          go: () => go(question.id),
        }),
      ),
    [items],
  );
  useOfferInPalette(offered);
}
