"use client";

import type { Crumb } from "#components/ui/breadcrumbs.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { QuestionItem } from "./question-item.ts";
import { type BoardProps, QuestionnaireBoard } from "./questionnaire-board.tsx";
import { useFreshItems } from "./use-fresh-items.ts";

type Props = Omit<BoardProps, "refresh"> & {
  crumbs: readonly Crumb[];
  /** Where the questionnaire is taken along and brought back. */
  exchangeHref: string;
  /** Where the portal says what has changed. */
  freshHref: string;
};

/** The questionnaire with its title, both of what the portal has by now. */
export function QuestionnaireScreen({ crumbs, exchangeHref, freshHref, items: given, ...board }: Props) {
  const { items, refresh } = useFreshItems(given, freshHref);
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title={titleOf(items)}
        action={<ButtonLink href={exchangeHref}>Fill in offline</ButtonLink>}
      />
      <QuestionnaireBoard {...board} items={items} refresh={refresh} />
    </>
  );
}

function titleOf(items: readonly QuestionItem[]): string {
  const asked = items.filter(({ answer, leftOut }) => answer || !leftOut);
  const answered = asked.filter(({ answer, reworded }) => answer && !reworded).length;
  const waiting = asked.filter(({ carried, reworded }) => carried || reworded).length;
  const proposed = asked.filter(({ answer, carried, proposal }) => !answer && !carried && proposal).length;
  const more = [
    ...(waiting > 0 ? [`${waiting} earlier ${waiting === 1 ? "one waits" : "ones wait"} to be confirmed`] : []),
    ...(proposed > 0 ? [`the scans propose ${proposed} more`] : []),
  ];
  return `${answered} of ${asked.length} questions are answered${more.map((each) => `; ${each}`).join("")}`;
}
