"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";

type Props = { title: string; href: string };
type Answer = { why: string } | { refused: string };

/** Asks why something is not done sooner, when somebody wants to know: it is searched for, which takes a moment. */
export function WhyNotSooner({ title, href }: Props) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [pending, setPending] = useState(false);
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const ask = async () => {
    running.current?.abort();
    const abort = new AbortController();
    running.current = abort;
    setPending(true);
    const said = await askWhy(href, abort.signal);
    if (abort.signal.aborted) return;
    setPending(false);
    setAnswer(said);
  };
  return (
    <div className="print:hidden">
      {answer && "why" in answer ? null : (
        <Button size="small" pending={pending} aria-label={`Why is ${title} not done sooner?`} onClick={ask}>
          Why not sooner?
        </Button>
      )}
      <p role="status" className="reading-width text-sm empty:hidden">
        {answer ? ("why" in answer ? answer.why : answer.refused) : ""}
      </p>
    </div>
  );
}

async function askWhy(href: string, signal: AbortSignal): Promise<Answer> {
  try {
    const response = await fetch(href, { signal });
    const body = await response.json();
    return response.ok ? { why: String(body.why) } : { refused: `${body.title} ${body.detail ?? ""}` };
  } catch {
    return { refused: "The portal cannot be reached. Ask again." };
  }
}
