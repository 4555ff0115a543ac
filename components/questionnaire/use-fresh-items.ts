import { useRouter } from "next/navigation";
import { useCallback, useRef, useState } from "react";
import { type ChangedItem, withChanges } from "./fresh-items.ts";
import type { QuestionItem } from "./question-item.ts";

/**
 * The questions as the portal has them by now; `refresh` asks it, at `href`. The router is not asked: with the line down or the
 * session over it would leave the page, and with it what is being typed. Nothing changes where the portal does not answer.
 */
export function useFreshItems(
  given: readonly QuestionItem[],
  href: string,
): { items: readonly QuestionItem[]; refresh: () => Promise<void> } {
  const router = useRouter();
  const [fresh, setFresh] = useState<{ of: readonly QuestionItem[]; items: readonly QuestionItem[] } | null>(null);
  const newest = useRef(given);
  newest.current = given;
  const refresh = useCallback(async () => {
    const answer = navigator.onLine ? await fetch(href, { cache: "no-store" }).catch(() => null) : null;
    const changed: { questions: ChangedItem[] } | null = answer?.ok ? await answer.json().catch(() => null) : null;
    if (!changed) return;
    const of = newest.current;
    const items = withChanges(of, changed.questions);
    if (items) setFresh({ of, items });
    else router.refresh();
  }, [href, router]);
  // What the server hands out with the page is newer than what was asked for before.
  return { items: fresh?.of === given ? fresh.items : given, refresh };
}
