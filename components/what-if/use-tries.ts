import { useCallback, useEffect, useRef, useState } from "react";
import type { Tried, Wish } from "./what-if.ts";

/** A hand that moves a slider pauses for longer than this when it has arrived. */
const PAUSE = 200;

type Answer = { tried: Tried } | { refused: string };

async function ask(href: string, wish: Wish, signal: AbortSignal): Promise<Answer> {
  const response = await fetch(href, {
    ...{ method: "POST", body: JSON.stringify(wish), headers: { "content-type": "application/json" }, signal },
  });
  const body = await response.json().catch(() => null);
  if (response.ok) return { tried: body };
  return {
    refused: body?.title
      ? `${body.title} ${body.detail ?? ""}`
      : "The portal cannot be reached. Move the slider again.",
  };
}

/** Plans the year with a wish, a moment after it has changed; an answer to an earlier wish is never shown. */
export function useTry(href: string, wish: Wish): { tried: Tried | null; refused: string | null; busy: boolean } {
  const [state, setState] = useState<{ of: string; answer: Answer } | null>(null);
  const key = JSON.stringify(wish);
  useEffect(() => {
    const abort = new AbortController();
    const timer = setTimeout(() => {
      ask(href, JSON.parse(key), abort.signal).then(
        (answer) => !abort.signal.aborted && setState({ of: key, answer }),
        () =>
          !abort.signal.aborted &&
          setState({ of: key, answer: { refused: "The portal cannot be reached. Move the slider again." } }),
      );
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [href, key]);
  const last = useRef<Tried | null>(null);
  if (state && "tried" in state.answer) last.current = state.answer.tried;
  return {
    tried: last.current,
    refused: state && "refused" in state.answer ? state.answer.refused : null,
    busy: state?.of !== key,
  };
}

export type Asked = { budget: number; tried: Tried };

/** One budget after another, with the same capacity; anew where the capacity changes and it is asked for again. */
export function useBudgets(href: string) {
  const [asked, setAsked] = useState<{ of: string; tries: readonly Asked[]; wanted: number } | null>(null);
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const start = useCallback(
    async (capacity: Wish["capacity"], budgets: readonly number[]) => {
      running.current?.abort();
      const abort = new AbortController();
      running.current = abort;
      const of = JSON.stringify(capacity);
      setAsked({ of, tries: [], wanted: budgets.length });
      for (const budget of budgets) {
        const answer = await ask(href, { capacity, budget }, abort.signal).catch(() => null);
        if (abort.signal.aborted) return;
        if (!answer || "refused" in answer) break;
        setAsked((now) => (now?.of === of ? { ...now, tries: [...now.tries, { budget, tried: answer.tried }] } : now));
      }
      setAsked((now) => (now?.of === of ? { ...now, wanted: now.tries.length } : now));
    },
    [href],
  );
  return { asked, start };
}
