import { ProgressBar } from "#components/ui/progress-bar.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import type { QuestionGroup } from "./group-questions.ts";
import { QuestionNavGroup, type StandingOf } from "./question-nav-group.tsx";
import { FILTERS, type QuestionFilter } from "./standing-of-question.ts";

type Props = {
  groups: readonly QuestionGroup[];
  counts: Record<QuestionFilter, number>;
  answered: number;
  total: number;
  filter: QuestionFilter;
  by: "concern" | "dimension";
  current: string | null;
  standing: StandingOf;
  onFilter: (filter: string) => void;
  onGroup: (by: string) => void;
  onOpen: (question: string) => void;
};

const FILTER_NAMES: Record<QuestionFilter, string> = {
  all: "All",
  unanswered: "Unanswered",
  proposed: "Proposed by a scan",
  contradicted: "Contradicted",
};

/** All questions with how far they are: the way to any of them. */
export function QuestionNav(props: Props) {
  const { groups, counts, answered, total, filter, by, current, standing, onFilter, onGroup, onOpen } = props;
  return (
    <nav aria-label="Questions" className="flex min-w-0 flex-col gap-4">
      <ProgressBar label="Answered" done={answered} of={total} text={`${answered} of ${total}`} />
      <div className="grid grid-cols-2 gap-3">
        <SelectField
          label="Show"
          value={filter}
          onChange={(event) => onFilter(event.target.value)}
          choices={FILTERS.map((value) => ({ value, label: `${FILTER_NAMES[value]} (${counts[value]})` }))}
        />
        <SelectField
          label="By"
          value={by}
          onChange={(event) => onGroup(event.target.value)}
          choices={[
            { value: "concern", label: "Concern" },
            { value: "dimension", label: "Dimension" },
          ]}
        />
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
