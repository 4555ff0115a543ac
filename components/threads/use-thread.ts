"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Outcome } from "#lib/contracts/refusal.ts";
import type { Thread, ThreadActions } from "./threads-data.ts";

const AGAIN = 15_000;

type Reading = { thread: Thread | null; failed: boolean };

/**
 * The thread of a question while it is looked at: read when it is opened, and again every some seconds as long as somebody
 * looks; whoever is mentioned has read it then.
 */
export function useThread(
  question: string,
  open: boolean,
  { read, markRead }: Pick<ThreadActions, "read" | "markRead">,
  told: { unread: boolean; onLearn: (thread: Thread) => void },
) {
  const [{ thread, failed }, set] = useState<Reading>({ thread: null, failed: false });
  const said = useRef(told);
  said.current = told;
  const learn = useCallback((found: Thread) => {
    set({ thread: found, failed: false });
    said.current.onLearn(found);
  }, []);
  const load = useCallback(async () => {
    const { unread } = said.current;
    const outcome = await read(question).catch((): Outcome<Thread> | null => null);
    if (outcome?.ok) {
      learn(outcome.value);
      if (unread) await markRead(question).catch(() => null);
    } else set((before) => ({ ...before, failed: true }));
  }, [question, read, markRead, learn]);
  useEffect(() => {
    if (!open) return;
    void load();
    const again = setInterval(() => document.visibilityState === "visible" && void load(), AGAIN);
    return () => clearInterval(again);
  }, [open, load]);
  return { thread, failed, learn, load };
}
