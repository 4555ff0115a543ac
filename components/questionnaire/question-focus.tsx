import { useRef, useState } from "react";
import { EvidenceShelf } from "#components/attachments/evidence-shelf.tsx";
import { Discussion } from "#components/threads/discussion.tsx";
import { BlindNotice } from "#components/workshop/blind-notice.tsx";
import { draftByKey } from "./draft-by-key.ts";
import type { Titled } from "./group-questions.ts";
import type { QuestionItem } from "./question-item.ts";
import { moveByKey, type QuestionMove } from "./question-keys.ts";
import { acceptedDraft, type Confirming, mayAccept, QuestionPanel } from "./question-panel.tsx";
import { QuestionTurn } from "./question-turn.tsx";
import type { useAutosave } from "./use-autosave.ts";
import { useQuestionKeys } from "./use-question-keys.ts";
import { whatToConfirm } from "./what-to-confirm.ts";

type Props = {
  item: QuestionItem;
  ordered: readonly QuestionItem[];
  answers: ReturnType<typeof useAutosave>;
  isAnswered: (item: QuestionItem) => boolean;
  /** Titles of concerns and dimensions. */
  titles: readonly Titled[];
  checksHref: string;
  ledgerHref: string;
  today: string;
  readOnly: boolean;
  takesFocus: boolean;
  onOpen: (question: string) => void;
  /** Answering has begun: the question stays in focus, whatever the filter says of it once it is kept. */
  onBegin: (question: string) => void;
  confirming: Confirming;
};

/** The question in focus, its keys, and the way to its neighbours. */
export function QuestionFocus(props: Props) {
  const { item, ordered, answers, isAnswered, titles, readOnly, onOpen, onBegin } = props;
  const { id } = item.question;
  const { concern, dimension } = item.control;
  const [helps, setHelps] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const at = ordered.indexOf(item);
  const state = answers.stateOf(id);
  const closed = readOnly || item.blind?.mine === false;
  const go = (next: QuestionItem | undefined) => {
    if (next) onOpen(next.question.id);
  };
  const type = (draft: typeof state.draft) => {
    onBegin(id);
    answers.type(id, draft);
  };
  const move: Record<QuestionMove, () => void> = {
    next: () => go(ordered[at + 1]),
    previous: () => go(ordered[at - 1]),
    // Around the end of the list, to what was passed over.
    unanswered: () => go([...ordered.slice(at + 1), ...ordered.slice(0, at)].find((each) => !isAnswered(each))),
    comment: () => place.current?.querySelector("textarea")?.focus(),
    help: () => setHelps(true),
  };
  useQuestionKeys((key) => {
    const to = moveByKey(key);
    if (key.toLowerCase() === "y" && !readOnly && whatToConfirm(item, state)) {
      onBegin(id);
      props.confirming.confirm([id]);
      return true;
    }
    if (to) move[to]();
    if (to || closed) return to !== null;
    const draft =
      key.toLowerCase() === "a" && mayAccept(item, state) ? acceptedDraft(item, state) : draftByKey(key, state.draft);
    if (draft) type(draft);
    return draft !== null;
  });
  return (
    <div ref={place} className="flex min-w-0 max-w-3xl flex-col gap-6 lg:col-start-2 lg:row-start-1">
      <BlindNotice blind={item.blind} />
      <QuestionPanel
        key={id}
        item={item}
        state={state}
        place={titles.filter((title) => title.id === concern || title.id === dimension).map(({ title }) => title)}
        checksHref={props.checksHref}
        ledgerHref={props.ledgerHref}
        today={props.today}
        readOnly={closed}
        takesFocus={props.takesFocus}
        onType={type}
        onFlush={() => answers.flush(id)}
        onMerge={(merge) => answers.merge(id, { type: "chose", merge })}
        onMerged={() => answers.merge(id, { type: "merged" })}
        onHold={(inside) => answers.hold(id, inside)}
        confirming={props.confirming}
      />
      <EvidenceShelf question={id} answeredAt={answeredAt(item, state.version, props.today)} />
      {!item.blind && <Discussion question={id} />}
      <QuestionTurn at={at} of={ordered.length} onTurn={(by) => go(ordered[at + by])} helps={helps} onHelp={setHelps} />
    </div>
  );
}

/** When the answer was given that stands now; what was kept since the page was read is of today. */
function answeredAt({ answer }: QuestionItem, version: number, today: string): string | null {
  if (version === 0) return null;
  return answer?.version === version ? answer.at : today;
}
