"use client";

import { MessageSquare } from "lucide-react";
import { useThreads } from "./threads-provider.tsx";

/** Beside a question in the list: how much is said in its open thread, and whether the person is asked there. */
export function ThreadMark({ question }: { question: string }) {
  const summary = useThreads()?.summaryOf(question);
  if (!summary || (summary.state !== "open" && !summary.unread)) return null;
  const says = `${summary.comments === 1 ? "1 comment" : `${summary.comments} comments`}, open${summary.unread ? ", you are mentioned" : ""}`;
  return (
    <span className={`mt-0.5 flex shrink-0 items-center gap-1 text-xs ${summary.unread ? "font-strong text-ink" : ""}`}>
      <MessageSquare aria-hidden size={13} fill={summary.unread ? "currentColor" : "none"} />
      <span aria-hidden>{summary.comments}</span>
      <span className="sr-only">{says}</span>
    </span>
  );
}
