import { SelectField } from "#components/ui/select-field.tsx";
import { AnsweredBar } from "./answered-bar.tsx";
import type { QuestionGroup } from "./group-questions.ts";
import { AlsoHere } from "./live/people-here.tsx";
import { QuestionNavGroup, type StandingOf } from "./question-nav-group.tsx";
import { choicesOf, NOBODY, type QuestionPerson, type Whose } from "./question-people.ts";
import { FILTERS, type QuestionFilter } from "./standing-of-question.ts";

type Props = {
  groups: readonly QuestionGroup[];
  counts: Record<QuestionFilter, number>;
  answered: number;
  total: number;
  filter: QuestionFilter;
  by: "concern" | "dimension";
  whose: Whose;
  people: readonly QuestionPerson[];
  proposed: readonly string[];
  current: string | null;
  standing: StandingOf;
  onFilter: (filter: string) => void;
  onGroup: (by: string) => void;
  /** Null: everybody. */
  onWhose: (value: string | null) => void;
  onOpen: (question: string) => void;
};

const FILTER_NAMES: Record<QuestionFilter, string> = {
  all: "All",
  unanswered: "Unanswered",
  "to-confirm": "To confirm",
  proposed: "Proposed by a scan",
  contradicted: "Contradicted",
  stale: "Too old to count",
  alone: "Yours alone",
  "not-asked": "Not asked",
};

/** All questions with how far they are: the way to any of them. */
export function QuestionNav(props: Props) {
  const { groups, counts, answered, proposed, total, filter, by, whose, people, current, standing, onOpen } = props;
  return (
    <nav aria-label="Questions" className="flex min-w-0 flex-col gap-4">
      <AlsoHere />
      <AnsweredBar label="Answered" answered={answered} proposed={proposed.length} of={total} />
      <div className="grid grid-cols-2 gap-3">
        <SelectField
          label="Show"
          value={filter}
          onChange={(event) => props.onFilter(event.target.value)}
          choices={FILTERS.filter((value) => value === filter || isOffered(value, counts)).map((value) => ({
            value,
            label: `${FILTER_NAMES[value]} (${counts[value]})`,
          }))}
        />
        <SelectField
          label="By"
          value={by}
          onChange={(event) => props.onGroup(event.target.value)}
          choices={[
            { value: "concern", label: "Concern" },
            { value: "dimension", label: "Dimension" },
          ]}
        />
        <div className="col-span-2">
          <SelectField
            label="Answered by"
            value={whose === "everybody" ? "" : whose === "nobody" ? NOBODY : whose.member}
            onChange={(event) => props.onWhose(event.target.value || null)}
            choices={choicesOf(people)}
          />
        </div>
      </div>
      {groups.length === 0 && <p className="py-6 text-muted">No question is like this.</p>}
      <div className="flex flex-col gap-1">
        {groups.map((group) => (
          <QuestionNavGroup key={group.id} group={group} current={current} standing={standing} onOpen={onOpen} />
        ))}
      </div>
    </nav>
  );
}

/** What is seldom is offered where there is any of it: old answers, answers to confirm, questions answered alone, questions not asked. */
function isOffered(filter: QuestionFilter, counts: Record<QuestionFilter, number>): boolean {
  return !["stale", "to-confirm", "alone", "not-asked"].includes(filter) || counts[filter] > 0;
}
