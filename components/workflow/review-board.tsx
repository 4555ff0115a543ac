"use client";

import { useState } from "react";
import { useQueryValue } from "#components/ui/use-query-value.ts";
import type { Outcome } from "#lib/contracts/refusal.ts";
import type { ReviewVerdict } from "#lib/workflow/answers-under-review.ts";
import { filterItems, filterOf, type ReviewItem } from "./review-item.ts";
import { ReviewNav } from "./review-nav.tsx";
import { ReviewPanel } from "./review-panel.tsx";

export type SaveReview = (review: {
  question: string;
  version: number;
  verdict: ReviewVerdict;
  reason: string;
}) => Promise<Outcome<unknown>>;

type Props = {
  items: readonly ReviewItem[];
  /** `?question=` and `?show=` as the server read them. */
  query: { question: string | null; show: string | null };
  mayReview: boolean;
  questionnaireHref: string;
  save: SaveReview;
};

/** The answers of an assessment, one in focus, reviewed one after another by keyboard. */
export function ReviewBoard({ items, query, mayReview, questionnaireHref, save }: Props) {
  const [chosen, choose] = useQueryValue("question", query.question);
  const [show, setShow] = useQueryValue("show", query.show);
  const [moved, setMoved] = useState(false);
  const filter = filterOf(show);
  const shown = filterItems(items, filter);
  const kept = items.find(({ id, answer }) => id === chosen && answer);
  // What was just reviewed stays in focus until one moves on, whatever the filter says of it.
  const current = kept ?? shown[0] ?? null;
  const at = shown.findIndex(({ id }) => id === current?.id);
  const open = (id: string) => {
    setMoved(true);
    choose(id);
  };
  const turn = (by: 1 | -1) => {
    const next = at >= 0 ? shown[at + by] : after(items, shown, current, by);
    if (next) open(next.id);
  };
  return (
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[19rem_minmax(0,1fr)]">
      {current ? (
        <ReviewPanel
          key={`${current.id} ${current.answer?.version}`}
          item={current}
          place={at >= 0 ? `${at + 1} of ${shown.length}` : `${shown.length} more`}
          mayReview={mayReview}
          takesFocus={moved}
          questionnaireHref={questionnaireHref}
          save={save}
          onTurn={turn}
        />
      ) : (
        <p className="py-6 text-muted lg:col-start-2 lg:row-start-1">No answer is like this.</p>
      )}
      <ReviewNav
        items={items}
        shown={shown}
        filter={filter}
        current={current?.id ?? null}
        onFilter={(value) => {
          setShow(value);
          choose(null);
        }}
        onOpen={open}
      />
    </div>
  );
}

/** The nearest shown item before or after one that the filter no longer shows. */
function after(items: readonly ReviewItem[], shown: readonly ReviewItem[], current: ReviewItem | null, by: 1 | -1) {
  const here = items.findIndex(({ id }) => id === current?.id);
  const isShown = (item: ReviewItem) => shown.some(({ id }) => id === item.id);
  return by === 1 ? (items.slice(here + 1).find(isShown) ?? shown[0]) : items.slice(0, here).findLast(isShown);
}
