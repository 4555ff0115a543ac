"use client";

import { useState } from "react";
import { useQueryValue } from "#components/ui/use-query-value.ts";
import { type AcceptAll, AcceptProposals } from "./accept-proposals.tsx";
import { ConfirmCarried } from "./confirm-carried.tsx";
import type { Titled } from "./group-questions.ts";
import { PeopleHere } from "./live/people-here.tsx";
import { useLive } from "./live/use-live.ts";
import { orderQuestions } from "./order-questions.ts";
import { QuestionFocus } from "./question-focus.tsx";
import type { QuestionItem } from "./question-item.ts";
import { QuestionNav } from "./question-nav.tsx";
import { type QuestionPerson, whoseOf } from "./question-people.ts";
import type { SaveAnswer } from "./reply-of.ts";
import { filterOf, standingOf } from "./standing-of-question.ts";
import { useAutosave } from "./use-autosave.ts";
import { type ConfirmAnswers, useConfirm } from "./use-confirm.ts";
import { useFreshOnNewLevel } from "./use-fresh-on-new-level.ts";
import { useQuestionsInPalette } from "./use-questions-in-palette.ts";

export type BoardProps = {
  /** Id of the assessment: what is not acknowledged is kept in the browser under it. */
  assessment: string;
  items: readonly QuestionItem[];
  /** Who has questions, or may have. */
  people: readonly QuestionPerson[];
  /** Titles in their order, for the groups. */
  concerns: readonly Titled[];
  dimensions: readonly Titled[];
  checksHref: string;
  /** Where contradictions are settled. */
  ledgerHref: string;
  /** `?question=`, `?show=`, `?by=` and `?of=` as the server read them. */
  query: { question: string | null; show: string | null; by: string | null; of: string | null };
  /** ISO date of today. */
  today: string;
  readOnly: boolean;
  /** Where others' answers come from, and since when (an ISO time) they are not on the page. */
  live: { url: string; since: string };
  /** Asks the portal for what has changed. */
  refresh: () => Promise<void>;
  save: SaveAnswer;
  /** Takes proposals of several questions at once. */
  acceptAll: AcceptAll;
  /** Says of earlier answers that they still hold. */
  confirm: ConfirmAnswers;
};

/** The questionnaire: one question in focus, all others a step away, everything kept by itself. */
export function QuestionnaireBoard(props: BoardProps) {
  const { assessment, items, people, concerns, dimensions, checksHref, ledgerHref, query, today, readOnly } = props;
  const answers = useAutosave(assessment, items, useFreshOnNewLevel(items, props.save, props.refresh));
  const confirming = useConfirm(props.confirm);
  const [chosen, choose] = useQueryValue("question", query.question);
  const [show, setShow] = useQueryValue("show", query.show);
  const [grouped, setGrouped] = useQueryValue("by", query.by);
  const [of, setOf] = useQueryValue("of", query.of);
  const [moved, setMoved] = useState(false);
  const standing = (item: QuestionItem) => standingOf(item, answers.stateOf(item.question.id));
  const [filter, by] = [filterOf(show), grouped === "dimension" ? ("dimension" as const) : ("concern" as const)];
  const whose = whoseOf(of, people);
  const titles = by === "dimension" ? dimensions : concerns;
  const listed = orderQuestions(items, standing, { filter, whose, by, titles, chosen });
  const { current, proposed } = listed;
  const open = (id: string) => {
    if (current) answers.flush(current.question.id);
    if (current) answers.hold(current.question.id, false);
    setMoved(true);
    choose(id);
  };
  useQuestionsInPalette(items, open);
  const here = useLive(props.live, items, current?.question.id ?? null, answers.see, props.refresh);
  const begin = (id: string) => {
    if (chosen !== id) choose(id);
  };
  const focus = {
    answers,
    checksHref,
    ledgerHref,
    today,
    readOnly,
    takesFocus: moved,
    onOpen: open,
    onBegin: begin,
    confirming,
  };
  return (
    <PeopleHere value={here}>
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[19rem_minmax(0,1fr)]">
        {/* The list comes second: on a phone it lies below, and a page that arrives in pieces must not push it down. */}
        {current && (
          <QuestionFocus
            {...focus}
            item={current}
            ordered={listed.ordered}
            isAnswered={(item) => standing(item) === "answered"}
            titles={[...concerns, ...dimensions]}
          />
        )}
        <div className="lg:sticky lg:col-start-1 lg:row-start-1 lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:self-start lg:overflow-y-auto lg:pr-1">
          {!readOnly && (
            <ConfirmCarried
              groups={toConfirmBy(dimensions, listed.toConfirm)}
              pending={confirming.pending}
              onConfirm={confirming.confirm}
              onLook={() => setShow("to-confirm")}
            />
          )}
          {!readOnly && proposed.length > 0 && <AcceptProposals questions={proposed} acceptAll={props.acceptAll} />}
          <QuestionNav
            {...listed}
            filter={filter}
            by={by}
            whose={whose}
            people={people}
            current={current?.question.id ?? null}
            standing={standing}
            onFilter={(value) => setShow(value === "all" ? null : value)}
            onGroup={(value) => setGrouped(value === "concern" ? null : value)}
            onWhose={setOf}
            onOpen={open}
          />
        </div>
      </div>
    </PeopleHere>
  );
}

/** A reworded question wants a look of its own; the others can be confirmed together. */
function toConfirmBy(dimensions: readonly Titled[], items: readonly QuestionItem[]) {
  return dimensions.map((dimension) => {
    const own = items.filter(({ control }) => control.dimension === dimension.id);
    const same = own.filter(({ reworded, carried }) => !reworded && !carried?.reworded);
    return { dimension, same: same.map(({ question }) => question.id), reworded: own.length - same.length };
  });
}
