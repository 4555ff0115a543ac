"use client";

import { MessageSquare } from "lucide-react";
import { useCallback, useId, useRef, useState } from "react";
import { useOutcome } from "#components/forms/use-outcome.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { storeMentions } from "#lib/threads/mention-typing.ts";
import { CommentForm } from "./comment-form.tsx";
import { ThreadEntries } from "./thread-entries.tsx";
import type { Thread } from "./threads-data.ts";
import { useThreads } from "./threads-provider.tsx";
import { useDiscussionKey } from "./use-discussion-key.ts";
import { useThread } from "./use-thread.ts";

/** What people say to each other about a question. Nothing where the page knows of no threads. */
export function Discussion({ question }: { question: string }) {
  const known = useThreads();
  return known && <OfQuestion key={question} question={question} known={known} />;
}

type Props = { question: string; known: NonNullable<ReturnType<typeof useThreads>> };

function OfQuestion({ question, known: { actions, people, mayComment, summaryOf, learn, drafts } }: Props) {
  const summary = summaryOf(question);
  const [open, setOpen] = useState(summary?.state === "open" || summary?.unread === true || drafts.has(question));
  const field = useRef<HTMLTextAreaElement>(null);
  const heading = useId();
  const told = { unread: summary?.unread ?? false, onLearn: learn };
  const { thread, failed, learn: show, load } = useThread(question, open, actions, told);
  const { run, refused, pending } = useOutcome<Thread>(show);
  const [text, setText] = useState(drafts.get(question) ?? "");
  const type = (next: string) => {
    if (next === "") drafts.delete(question);
    else drafts.set(question, next);
    setText(next);
  };
  const begin = useCallback(() => {
    setOpen(true);
    // The field is there after the next rendering.
    requestAnimationFrame(() => field.current?.focus());
  }, []);
  useDiscussionKey(begin);
  const send = () =>
    run(async () => {
      const outcome = await actions.add(question, storeMentions(text, people));
      if (outcome.ok) type("");
      return outcome;
    });
  const state = thread?.state ?? summary?.state ?? "none";
  const comments = thread?.comments ?? summary?.comments ?? 0;
  return (
    <section aria-labelledby={heading} className="flex flex-col gap-4 border-hairline border-t pt-4 print:hidden">
      <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-2">
        <h3 id={heading} className="flex items-center gap-2 font-strong">
          <MessageSquare aria-hidden size={16} className="text-muted" />
          Discussion
        </h3>
        {comments > 0 && (
          <Badge>
            {comments} {state === "resolved" ? "· resolved" : "· open"}
          </Badge>
        )}
        <span className="flex-1" />
        {open && mayComment && comments > 0 && (
          <Button
            size="small"
            variant="quiet"
            pending={pending}
            onClick={() => run(() => actions.resolve(question, state === "open"))}
          >
            {state === "open" ? "Resolve" : "Open again"}
          </Button>
        )}
        {!open && (
          <Button size="small" aria-keyshortcuts="D" onClick={begin}>
            {comments > 0 ? "Show" : "Discuss"}
            <kbd className="font-sans text-muted text-xs">D</kbd>
          </Button>
        )}
      </div>
      {open && (
        <>
          {failed && (
            <ErrorNotice
              title="The discussion could not be read."
              detail="Nothing is lost. It is tried again in a moment."
              action={<Button onClick={() => void load()}>Try again</Button>}
            />
          )}
          <ThreadEntries
            thread={thread}
            expected={comments}
            withdraw={mayComment ? (comment) => run(() => actions.withdraw(question, comment)) : null}
          />
          {refused && <ErrorNotice title={refused.message} detail={refused.detail} />}
          {mayComment ? (
            <CommentForm ref={field} text={text} people={people} pending={pending} onType={type} onSend={send} />
          ) : (
            comments === 0 && <p className="text-muted">Nothing was said about this question.</p>
          )}
        </>
      )}
    </section>
  );
}
