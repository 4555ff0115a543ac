import { Check, RotateCcw } from "lucide-react";
import { formatTime } from "#lib/presentation/dates.ts";
import { CommentText } from "./comment-text.tsx";
import type { Thread, ThreadEntryItem } from "./threads-data.ts";

type Props = {
  thread: Thread | null;
  /** How many comments there will be, so that nothing moves when they come. */
  expected: number;
  /** Null: not offered. */
  withdraw: ((comment: number) => void) | null;
};

/** A thread from its beginning. */
export function ThreadEntries({ thread, expected, withdraw }: Props) {
  if (!thread) return expected > 0 ? <p className="text-muted">Reading {expected} of them</p> : null;
  if (thread.entries.length === 0) return null;
  return (
    <ol className="flex flex-col gap-4">
      {thread.entries.map((entry) => (
        <li key={entry.number}>
          {entry.kind === "comment" ? <Comment entry={entry} withdraw={withdraw} /> : <Step entry={entry} />}
        </li>
      ))}
    </ol>
  );
}

function Comment({ entry, withdraw }: { entry: ThreadEntryItem; withdraw: Props["withdraw"] }) {
  const { parts, by, at, own, number } = entry;
  return (
    <article className="group border-hairline border-l-2 pl-3">
      <header className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-strong">{by}</span>
        <time dateTime={at} className="text-muted text-xs">
          {formatTime(at)}
        </time>
        {own && parts && withdraw && (
          <button
            type="button"
            onClick={() => withdraw(number)}
            className="min-h-6 rounded-small text-muted text-xs underline decoration-hairline underline-offset-[3px] hover:text-ink"
          >
            Withdraw
          </button>
        )}
      </header>
      {parts ? <CommentText parts={parts} /> : <p className="text-muted italic">withdrawn</p>}
    </article>
  );
}

function Step({ entry: { kind, by, at } }: { entry: ThreadEntryItem }) {
  const Icon = kind === "resolved" ? Check : RotateCcw;
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-muted text-xs">
      <Icon aria-hidden size={14} />
      {by} {kind === "resolved" ? "resolved this" : "opened this again"}
      <time dateTime={at}>{formatTime(at)}</time>
    </p>
  );
}
