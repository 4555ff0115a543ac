import Link from "next/link";
import { Badge } from "#components/ui/badge.tsx";
import { formatTime } from "#lib/presentation/dates.ts";
import type { TextPart } from "#lib/threads/mentions.ts";
import { CommentText } from "./comment-text.tsx";

export type MentionItem = {
  assessment: { id: string; name: string };
  question: { id: string; asks: string };
  number: number;
  by: string;
  /** ISO time */
  at: string;
  unread: boolean;
  parts: readonly TextPart[];
};

/** Where others mention one, the newest first; what was not looked at is marked. */
export function MentionList({
  mentions,
  assessmentsHref,
}: {
  mentions: readonly MentionItem[];
  assessmentsHref: string;
}) {
  return (
    <ol className="flex max-w-3xl flex-col divide-y divide-hairline border-hairline border-y">
      {mentions.map(({ assessment, question, number, by, at, unread, parts }) => (
        <li key={`${assessment.id} ${question.id} ${number}`} className="flex flex-col gap-2 py-4">
          <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <span className="font-strong">{by}</span>
            <time dateTime={at} className="text-muted text-xs">
              {formatTime(at)}
            </time>
            {unread && <Badge>Unread</Badge>}
          </div>
          <CommentText parts={parts} />
          <p className="text-muted text-xs">
            {assessment.name} ·{" "}
            <Link
              href={`${assessmentsHref}/${assessment.id}/questionnaire?question=${encodeURIComponent(question.id)}`}
              className="text-accent underline decoration-accent/40 underline-offset-[3px] hover:decoration-accent"
            >
              {question.asks}
            </Link>
          </p>
        </li>
      ))}
    </ol>
  );
}
