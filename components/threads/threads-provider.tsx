"use client";

import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from "react";
import type { Thread, ThreadActions, ThreadSummary, Threads } from "./threads-data.ts";

type Known = Pick<Threads, "people" | "mayComment"> & {
  actions: ThreadActions;
  summaryOf: (question: string) => ThreadSummary | null;
  /** What was read or written just now. */
  learn: (thread: Thread) => void;
  /** Comments that were begun and not sent, by question: to move on loses nothing. */
  drafts: Map<string, string>;
};

const Context = createContext<Known | null>(null);

/** What the page knows of the threads of an assessment, for the list of questions and for the one in focus. */
export function ThreadsProvider({
  threads,
  people,
  mayComment,
  actions,
  children,
}: Threads & { actions: ThreadActions; children: ReactNode }) {
  const [learned, setLearned] = useState<ReadonlyMap<string, ThreadSummary>>(new Map());
  const drafts = useRef(new Map<string, string>());
  const given = useMemo(() => new Map(threads.map((thread) => [thread.question, thread])), [threads]);
  const known = useMemo<Known>(
    () => ({
      ...{ people, mayComment, actions, drafts: drafts.current },
      summaryOf: (question) => learned.get(question) ?? given.get(question) ?? null,
      // Whoever sees a thread has seen who mentions them in it.
      learn: ({ question, state, comments }) =>
        setLearned((before) => new Map(before).set(question, { question, state, comments, unread: false })),
    }),
    [people, mayComment, actions, learned, given],
  );
  return <Context value={known}>{children}</Context>;
}

/** Null outside of a provider: nothing can be discussed there. */
export function useThreads(): Known | null {
  return useContext(Context);
}
