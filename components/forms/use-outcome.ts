"use client";
import { useRef, useState } from "react";
import type { Outcome } from "#lib/contracts/refusal.ts";

export type Refused = Extract<Outcome<unknown>, { ok: false }>;

const LOST: Refused = {
  ok: false,
  code: "refused",
  message: "There is no connection to the portal.",
  detail: "Nothing was stored. What you typed is still here; try again when you are back online.",
  fields: {},
  current: null,
};

/**
 * Runs an action once at a time and keeps its refusal. A second click while it runs does nothing; a lost connection is a
 * refusal like any other, so that a form never loses what was typed.
 */
export function useOutcome<T>(onDone: (value: T) => void): {
  run: (action: () => Promise<Outcome<T>>) => Promise<void>;
  refused: Refused | null;
  pending: boolean;
} {
  const [refused, setRefused] = useState<Refused | null>(null);
  const [pending, setPending] = useState(false);
  const busy = useRef(false);
  const run = async (action: () => Promise<Outcome<T>>) => {
    if (busy.current) return;
    busy.current = true;
    setPending(true);
    setRefused(null);
    const outcome = await action().catch((): Outcome<T> => LOST);
    busy.current = false;
    setPending(false);
    if (outcome.ok) onDone(outcome.value);
    else setRefused(outcome);
  };
  return { run, refused, pending };
}
