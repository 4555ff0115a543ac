import { useEffect, useRef } from "react";
import type { Refused } from "#components/forms/use-outcome.ts";
import { LAYER_NAMES } from "#components/scores/layer-names.ts";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { formatTime } from "#lib/presentation/dates.ts";
import type { Autosave } from "./autosave.ts";
import { ConfirmNotice } from "./confirm-notice.tsx";
import { ContradictionNotice } from "./contradiction-notice.tsx";
import { HereMark } from "./live/people-here.tsx";
import type { Merge } from "./merge/merge.ts";
import { MergeView } from "./merge/merge-view.tsx";
import { ProposalNotice } from "./proposal-notice.tsx";
import { QuestionComment } from "./question-comment.tsx";
import { QuestionConfidence } from "./question-confidence.tsx";
import type { Draft, QuestionItem } from "./question-item.ts";
import { QuestionLevels } from "./question-levels.tsx";
import { QuestionOwner } from "./question-owner.tsx";
import { QuestionText } from "./question-text.tsx";
import { SaveStatus } from "./save-status.tsx";
import { whatToConfirm } from "./what-to-confirm.ts";

type Props = {
  item: QuestionItem;
  state: Autosave;
  /** Where it belongs, in titles: concern and dimension. */
  place: readonly string[];
  checksHref: string;
  ledgerHref: string;
  today: string;
  readOnly: boolean;
  /** The focus comes here when one moved to this question, not when the page opens. */
  takesFocus: boolean;
  onType: (draft: Draft) => void;
  onFlush: () => void;
  onMerge: (merge: Merge) => void;
  onMerged: () => void;
  /** The person is in the comment, or has left it. */
  onHold: (inside: boolean) => void;
  confirming: Confirming;
};

/** How an earlier answer is confirmed; `refused`: why it was not. */
export type Confirming = { confirm: (questions: string[]) => void; refused: Refused | null; pending: boolean };

/** One question in focus. */
export function QuestionPanel(props: Props) {
  const { item, state, place, checksHref, ledgerHref, today, readOnly, takesFocus, onType, onFlush } = props;
  const { question, control, proposal, contradiction, settled, owner, leftOut, stale } = item;
  const waiting = whatToConfirm(item, state);
  const { confirm, refused, pending } = props.confirming;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <header>
        <p className="flex min-h-5 items-center gap-2 text-muted text-xs">
          {[LAYER_NAMES[control.layer], ...place].join(" · ")}
          <HereMark question={question.id} />
        </p>
        <h2 ref={heading} tabIndex={-1} className="mt-1 max-w-2xl text-lg font-strong tracking-[-0.01em] outline-none">
          {question.asks}
        </h2>
        {owner && <QuestionOwner owner={owner} answered={state.version > 0} today={today} />}
      </header>
      {leftOut && state.version === 0 && <Notice>{leftOut} Answer it all the same, and it counts.</Notice>}
      {stale && <Notice>This answer is older than 90 days and counts no more. Confirm it or change it.</Notice>}
      {contradiction && <ContradictionNotice contradiction={contradiction} settled={settled} href={ledgerHref} />}
      {waiting && (
        <ConfirmNotice
          question={question}
          waiting={waiting}
          pending={pending}
          onConfirm={readOnly ? undefined : () => confirm([question.id])}
        />
      )}
      {refused && <ErrorNotice title={refused.message} detail={refused.detail} />}
      <QuestionText item={item} checksHref={checksHref} />
      {proposal && (
        <ProposalNotice
          proposal={proposal}
          level={question.levels[proposal.maturity]}
          checksHref={checksHref}
          onAccept={
            !readOnly && mayAccept(item, state) ? () => onType(acceptedDraft(item, state) ?? state.draft) : undefined
          }
        />
      )}
      <MergeView question={question} state={state} onMerge={props.onMerge} onKeep={props.onMerged} />
      <QuestionLevels question={question} draft={state.draft} disabled={readOnly} onChange={onType} />
      <QuestionConfidence name={question.id} draft={state.draft} disabled={readOnly} onChange={onType} />
      <QuestionComment draft={state.draft} readOnly={readOnly} onChange={onType} onHold={props.onHold} />
      <SaveStatus state={state} onRetry={onFlush} />
      {state.newer ? (
        <Notice>
          {state.newer.by} has changed this answer. You see theirs once you leave the comment; if you go on writing, you
          choose between both.
        </Notice>
      ) : (
        state.adopted && (
          <p className="text-muted text-xs">
            Last answered by {state.adopted.by}, {formatTime(state.adopted.at)}
          </p>
        )
      )}
    </div>
  );
}

/** A proposal is accepted where nobody has answered. */
export function mayAccept({ proposal }: QuestionItem, { version }: Autosave): boolean {
  return proposal !== null && version === 0;
}

/** The draft with the level that is proposed; a comment that was written stays. */
export function acceptedDraft({ proposal }: QuestionItem, { draft }: Autosave): Draft | null {
  if (!proposal) return null;
  const comment = draft.comment.trim() === "" ? `As the scan shows: ${proposal.says}` : draft.comment;
  return { maturity: proposal.maturity, notApplicable: false, confidence: "high", comment };
}
