import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { EvidenceShelf } from "#components/attachments/evidence-shelf.tsx";
import { useOutcome } from "#components/forms/use-outcome.ts";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import type { ReviewVerdict } from "#lib/workflow/answers-under-review.ts";
import { AnswerUnderReview } from "./answer-under-review.tsx";
import type { SaveReview } from "./review-board.tsx";
import { ReviewControls } from "./review-controls.tsx";
import type { ReviewItem } from "./review-item.ts";

type Props = {
  item: ReviewItem;
  place: string;
  mayReview: boolean;
  /** The focus comes here when one moved to this answer, not when the page opens. */
  takesFocus: boolean;
  questionnaireHref: string;
  save: SaveReview;
  onTurn: (by: 1 | -1) => void;
};

/** One answer in focus: A accepts it, R requests changes, J and K go on and back. */
export function ReviewPanel({ item, place, mayReview, takesFocus, questionnaireHref, save, onTurn }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [asking, setAsking] = useState(false);
  const { run, refused, pending } = useOutcome(() => onTurn(1));
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  const reviewable = mayReview && item.mayReview && item.answer !== null;
  const say = (verdict: ReviewVerdict, reason = "") =>
    run(() => save({ question: item.id, version: item.answer?.version ?? 0, verdict, reason }));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLTextAreaElement) return;
    const key = event.key.toLowerCase();
    if (key === "j") onTurn(1);
    if (key === "k") onTurn(-1);
    if (key === "a" && reviewable) void say("accepted");
    if (key !== "r" || !reviewable) return;
    event.preventDefault();
    setAsking(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys are a shortcut to the buttons within
    <div onKeyDown={onKeyDown} className="flex min-w-0 max-w-3xl flex-col gap-5 lg:col-start-2 lg:row-start-1">
      <header>
        <p className="text-muted text-xs">{place}</p>
        <h3 ref={heading} tabIndex={-1} className="mt-1 max-w-2xl text-lg font-strong tracking-[-0.01em] outline-none">
          {item.asks}
        </h3>
      </header>
      <AnswerUnderReview item={item} questionnaireHref={questionnaireHref} />
      {item.answer && <EvidenceShelf question={item.id} answeredAt={item.answer.at} />}
      {refused && <ErrorNotice title={refused.message} detail={refused.detail} />}
      <ReviewControls
        item={item}
        reviewable={reviewable}
        mayReview={mayReview}
        pending={pending}
        asking={asking}
        reasonError={refused?.fields.reason}
        onAsk={setAsking}
        onSay={say}
        onTurn={onTurn}
      />
    </div>
  );
}
