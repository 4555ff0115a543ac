import { ChevronRight, Split } from "lucide-react";
import { EvidenceMark } from "#components/attachments/evidence-mark.tsx";
import { ThreadMark } from "#components/threads/thread-mark.tsx";
import { AnsweredBar } from "./answered-bar.tsx";
import type { QuestionGroup } from "./group-questions.ts";
import { HereMark } from "./live/people-here.tsx";
import type { QuestionItem } from "./question-item.ts";
import { StandingMark } from "./standing-mark.tsx";
import { isContradicted, type QuestionStanding } from "./standing-of-question.ts";

export type StandingOf = (item: QuestionItem) => QuestionStanding;
type Props = { group: QuestionGroup; current: string | null; standing: StandingOf; onOpen: (question: string) => void };

/** The questions of one concern or dimension; open where the current one is. */
export function QuestionNavGroup({ group, current, standing, onOpen }: Props) {
  const answered = group.items.filter((item) => standing(item) === "answered").length;
  const proposed = group.items.filter((item) => standing(item) === "proposed").length;
  const here = group.items.some(({ question }) => question.id === current);
  return (
    <details open={here} className="group">
      <summary className="flex min-h-9 list-none flex-wrap items-center gap-x-1.5 rounded-control px-1.5 hover:bg-sunken">
        <ChevronRight aria-hidden size={15} className="shrink-0 text-muted group-open:rotate-90" />
        <span className={`min-w-0 flex-1 ${here ? "font-strong" : ""}`}>{group.title}</span>
        <span className="shrink-0 text-muted text-xs">
          {answered} of {group.items.length}
        </span>
        <span className="w-full pb-1 pl-5">
          <AnsweredBar label={group.title} answered={answered} proposed={proposed} of={group.items.length} bare />
        </span>
      </summary>
      <ul className="mt-0.5 mb-2 ml-3 border-hairline border-l pl-2">
        {group.items.map((item) => (
          <li key={item.question.id}>
            <button
              type="button"
              aria-current={item.question.id === current ? "true" : undefined}
              onClick={() => onOpen(item.question.id)}
              className="flex w-full items-start gap-2 rounded-control px-2 py-1.5 text-left text-muted hover:bg-sunken hover:text-ink aria-[current]:bg-accent/8 aria-[current]:text-ink"
            >
              <StandingMark standing={standing(item)} />
              <span className="min-w-0 flex-1">{item.question.asks}</span>
              <HereMark question={item.question.id} />
              <EvidenceMark question={item.question.id} />
              <ThreadMark question={item.question.id} />
              {isContradicted(item) && (
                <Split aria-label="contradicted" size={14} className="mt-0.5 shrink-0 text-ink" />
              )}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
