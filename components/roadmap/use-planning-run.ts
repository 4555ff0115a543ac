import { useEffect, useRef, useState } from "react";
import { randomId } from "#components/ui/random-id.ts";

export type RunProgress = { objective: number; bound: number; seconds: number };

const EVERY_MS = 400;

/** Watches one planning run at a time: `watch` gives its id; what it has found so far, and how to cancel it. */
export function usePlanningRun(runsHref: string) {
  const [run, setRun] = useState<string | null>(null);
  const [progress, setProgress] = useState<RunProgress | null>(null);
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);
  useEffect(() => {
    if (!run) return;
    const timer = setInterval(() => {
      fetch(`${runsHref}/${run}`)
        .then((response) => (response.ok ? response.json() : null))
        .then(
          (body) => alive.current && body?.progress && setProgress(body.progress),
          () => undefined,
        );
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [run, runsHref]);
  const watch = async <T>(go: (run: string) => Promise<T>): Promise<T> => {
    const id = randomId();
    setProgress(null);
    setRun(id);
    try {
      return await go(id);
    } finally {
      if (alive.current) setRun(null);
    }
  };
  const cancel = () => {
    if (run) void fetch(`${runsHref}/${run}/cancel`, { method: "POST" }).catch(() => undefined);
  };
  return { isRunning: run !== null, progress, watch, cancel };
}
