"use client";

import { useState } from "react";
import { useQueryValue } from "#components/ui/use-query-value.ts";
import { type AcceptAll, AcceptProposals } from "./accept-proposals.tsx";
import { groupQuestions, type Titled } from "./group-questions.ts";
import type { QuestionItem } from "./question-item.ts";
import { QuestionNav } from "./question-nav.tsx";
import { QuestionPanel } from "./question-panel.tsx";
import { QuestionTurn } from "./question-turn.tsx";
import type { SaveAnswer } from "./reply-of.ts";
import { FILTERS, filterOf, passes, type QuestionFilter, standingOf } from "./standing-of-question.ts";
import { useAutosave } from "./use-autosave.ts";
import { useFreshOnNewLevel } from "./use-fresh-on-new-level.ts";

type Props = {
  /** Id of the assessment: what is not acknowledged is kept in the browser under it. */
  assessment: string;
  items: readonly QuestionItem[];
  /** Titles in their order, for the groups. */
  concerns: readonly Titled[];
  dimensions: readonly Titled[];
  checksHref: string;
  /** `?question=`, `?show=` and `?by=` as the server read them. */
  query: { question: string | null; show: string | null; by: string | null };
  readOnly: boolean;
  save: SaveAnswer;
  /** Takes proposals of several questions at once. */
  acceptAll: AcceptAll;
};

/** The questionnaire: one question in focus, all others a step away, everything kept by itself. */
export function QuestionnaireBoard({
  assessment,
  items,
  concerns,
  dimensions,
  checksHref,
  query,
  readOnly,
  save,
  acceptAll,
}: Props) {
  const answers = useAutosave(assessment, items, useFreshOnNewLevel(items, save));
  const [chosen, choose] = useQueryValue("question", query.question);
  const [show, setShow] = useQueryValue("show", query.show);
  const [by, setBy] = useQueryValue("by", query.by);
  const [moved, setMoved] = useState(false);
  const standing = (item: QuestionItem) => standingOf(item, answers.stateOf(item.question.id));
  const [filter, grouping] = [filterOf(show), by === "dimension" ? ("dimension" as const) : ("concern" as const)];
  const titles = grouping === "dimension" ? dimensions : concerns;
  const found = items.find(({ question }) => question.id === chosen);
  // The question in focus stays in the list while it is looked at, even once it no longer passes the filter.
  const shown = items.filter((item) => item === found || passes(filter, item, standing(item)));
  const groups = groupQuestions(shown, grouping, titles);
  const ordered = groups.flatMap((group) => group.items);
  const current = found ?? ordered[0];
  const open = (id: string) => {
    if (current) answers.flush(current.question.id);
    setMoved(true);
    choose(id);
  };
  const at = current ? ordered.indexOf(current) : -1;
  const counts = Object.fromEntries(
    FILTERS.map((each) => [each, items.filter((item) => passes(each, item, standing(item))).length]),
  ) as Record<QuestionFilter, number>;
  const proposed = items.filter((item) => standing(item) === "proposed").map(({ question }) => question.id);
  const placeOf = ({ control }: QuestionItem) =>
    [
      ...concerns.filter(({ id }) => id === control.concern),
      ...dimensions.filter(({ id }) => id === control.dimension),
    ].map(({ title }) => title);
  return (
    <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[19rem_minmax(0,1fr)]">
      <div className="order-last lg:order-none lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:self-start lg:overflow-y-auto lg:pr-1">
        {!readOnly && proposed.length > 0 && <AcceptProposals questions={proposed} acceptAll={acceptAll} />}
        <QuestionNav
          groups={groups}
          counts={counts}
          answered={items.filter((item) => standing(item) === "answered").length}
          total={items.length}
          filter={filter}
          by={grouping}
          current={current?.question.id ?? null}
          standing={standing}
          onFilter={(value) => setShow(value === "all" ? null : value)}
          onGroup={(value) => setBy(value === "concern" ? null : value)}
          onOpen={open}
        />
      </div>
      {current && (
        <div className="flex max-w-3xl min-w-0 flex-col gap-6">
          <QuestionPanel
            key={current.question.id}
            item={current}
            state={answers.stateOf(current.question.id)}
            place={placeOf(current)}
            checksHref={checksHref}
            readOnly={readOnly}
            takesFocus={moved}
            onType={(draft) => answers.type(current.question.id, draft)}
            onFlush={() => answers.flush(current.question.id)}
            onChoose={(choice) => answers.choose(current.question.id, choice)}
          />
          <QuestionTurn
            at={at}
            of={ordered.length}
            onTurn={(step) => {
              const next = ordered[at + step];
              if (next) open(next.question.id);
            }}
          />
        </div>
      )}
    </div>
  );
}
