import { Discussion } from "#components/threads/discussion.tsx";
import type { Titled } from "./group-questions.ts";
import type { QuestionItem } from "./question-item.ts";
import { QuestionPanel } from "./question-panel.tsx";
import { QuestionTurn } from "./question-turn.tsx";
import type { useAutosave } from "./use-autosave.ts";

type Props = {
  item: QuestionItem;
  ordered: readonly QuestionItem[];
  answers: ReturnType<typeof useAutosave>;
  /** Titles of concerns and dimensions. */
  titles: readonly Titled[];
  checksHref: string;
  ledgerHref: string;
  readOnly: boolean;
  takesFocus: boolean;
  onOpen: (question: string) => void;
  /** Answering has begun: the question stays in focus, whatever the filter says of it once it is kept. */
  onBegin: (question: string) => void;
};

/** The question in focus, and the way to its neighbours. */
export function QuestionFocus(props: Props) {
  const { item, ordered, answers, titles, checksHref, ledgerHref, readOnly, takesFocus, onOpen, onBegin } = props;
  const { id } = item.question;
  const { concern, dimension } = item.control;
  const at = ordered.indexOf(item);
  const turn = (by: 1 | -1) => {
    const next = ordered[at + by];
    if (next) onOpen(next.question.id);
  };
  return (
    <div className="flex min-w-0 max-w-3xl flex-col gap-6 lg:col-start-2 lg:row-start-1">
      <QuestionPanel
        key={id}
        item={item}
        state={answers.stateOf(id)}
        place={titles.filter((title) => title.id === concern || title.id === dimension).map(({ title }) => title)}
        checksHref={checksHref}
        ledgerHref={ledgerHref}
        readOnly={readOnly}
        takesFocus={takesFocus}
        onType={(draft) => {
          onBegin(id);
          answers.type(id, draft);
        }}
        onFlush={() => answers.flush(id)}
        onChoose={(choice) => answers.choose(id, choice)}
      />
      <Discussion question={id} />
      <QuestionTurn at={at} of={ordered.length} onTurn={turn} />
    </div>
  );
}
