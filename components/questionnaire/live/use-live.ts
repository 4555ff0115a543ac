"use client";

import { useEffect, useRef, useState } from "react";
import { randomId } from "#components/ui/random-id.ts";
import type { LiveAnswer, LivePerson } from "#lib/contracts/live.ts";
import type { QuestionItem } from "../question-item.ts";
import { connectLive, type LiveConnection } from "./live-connection.ts";

/** After others changed levels the portal is asked anew, for contradictions and counts: not at once, and not often. */
const FRESH = 5_000;
const SELDOM = 15_000;

/** Hands over what others answer, and says who else is here. `since`: when the page was read, as an ISO time. */
export function useLive(
  { url, since }: { url: string; since: string },
  items: readonly QuestionItem[],
  current: string | null,
  onAnswer: (question: string, answer: LiveAnswer) => void,
  refresh: () => Promise<void>,
): readonly LivePerson[] {
  const [here, setHere] = useState<readonly LivePerson[]>([]);
  const connection = useRef<LiveConnection>(undefined);
  const fresh = useFreshSeldom(refresh);
  // The connection outlives what it is told about.
  const now = useRef({ items, onAnswer, current, since, fresh });
  now.current = { items, onAnswer, current, since, fresh };
  useEffect(() => {
    const own = connectLive({
      ...{ url, tab: randomId(), since: Date.parse(now.current.since), question: now.current.current },
      onView: (view) => {
        setHere(view.here);
        for (const answer of view.answers) {
          const item = now.current.items.find(({ question }) => question.id === answer.question);
          // Who answers alone is shown nobody else's answer.
          if (!item || item.blind || (item.answer && item.answer.version >= answer.version)) continue;
          now.current.onAnswer(answer.question, answer);
          if (item.answer?.maturity !== answer.maturity) now.current.fresh();
        }
      },
      onDown: () => setHere([]),
    });
    connection.current = own;
    return own.stop;
  }, [url]);
  useEffect(() => connection.current?.stand(current), [current]);
  return here;
}

function useFreshSeldom(refresh: () => Promise<void>): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const last = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  return () => {
    if (timer.current) return;
    timer.current = setTimeout(
      () => {
        timer.current = undefined;
        last.current = Date.now();
        void refresh();
      },
      Math.max(FRESH, last.current + SELDOM - Date.now()),
    );
  };
}
