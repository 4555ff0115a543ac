import { ScanSearch, Split } from "lucide-react";
import { RichText } from "#components/ui/rich-text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { MATURITY_NAMES } from "#lib/catalog/control.ts";
import { formatTime } from "#lib/presentation/dates.ts";
import { STANDING_NAMES } from "#lib/workflow/sentences-of-review.ts";
import type { ReviewItem } from "./review-item.ts";
import { ReviewMark } from "./review-mark.tsx";

/** What is claimed, what a machine saw, and what reviewers said so far. */
export function AnswerUnderReview({ item, questionnaireHref }: { item: ReviewItem; questionnaireHref: string }) {
  const { answer, seen, contradictions, review, standing } = item;
  if (!answer) return null;
  return (
    <>
      <div className="rounded-panel border border-hairline px-4 py-3.5">
        <p className="font-strong">
          {answer.maturity === null ? "Does not apply" : `${answer.maturity}, ${MATURITY_NAMES[answer.maturity]}`}
        </p>
        {answer.level && (
          <p className="mt-1">
            <RichText text={answer.level} />
          </p>
        )}
        {answer.comment.trim() !== "" && (
          <blockquote className="wrap-anywhere mt-3 whitespace-pre-line border-rule border-l-2 pl-3">
            {answer.comment}
          </blockquote>
        )}
        <p className="mt-3 text-muted text-xs">
          {answer.by}, {formatTime(answer.at)}, version {answer.version}, {answer.confidence} confidence ·{" "}
          <TextLink href={`${questionnaireHref}?question=${item.id}`}>Open in the questionnaire</TextLink>
        </p>
      </div>
      {contradictions.map(({ cluster, says }) => (
        <p key={cluster} className="flex gap-2.5">
          <Split aria-hidden size={16} className="mt-0.5 shrink-0" />
          <span>
            <span className="font-strong">Contradicted on {cluster}.</span> {says}
          </span>
        </p>
      ))}
      {seen.map(({ cluster, says, at }) => (
        <p key={`${cluster} ${says}`} className="flex gap-2.5 text-muted">
          <ScanSearch aria-hidden size={16} className="mt-0.5 shrink-0" />
          <span>
            Seen on {cluster}, {formatTime(at)}: {says}
          </span>
        </p>
      ))}
      <p className="flex gap-2.5">
        <ReviewMark standing={standing} />
        <span>
          {STANDING_NAMES[standing]}
          {review && standing !== "unreviewed" && `, ${review.by}, ${formatTime(review.at)}`}
          {review && review.reason !== "" && standing !== "unreviewed" && (
            <span className="wrap-anywhere mt-1 block whitespace-pre-line text-muted">{review.reason}</span>
          )}
        </span>
      </p>
    </>
  );
}
