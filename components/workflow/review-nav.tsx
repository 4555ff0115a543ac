import { ProgressBar } from "#components/ui/progress-bar.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { filterItems, type ReviewFilter, type ReviewItem } from "./review-item.ts";
import { ReviewMark } from "./review-mark.tsx";

type Props = {
  items: readonly ReviewItem[];
  shown: readonly ReviewItem[];
  filter: ReviewFilter;
  current: string | null;
  onFilter: (filter: string) => void;
  onOpen: (question: string) => void;
};

const FILTERS: { value: ReviewFilter; title: string }[] = [
  { value: "waiting", title: "To review" },
  { value: "changes-requested", title: "Changes requested" },
  { value: "all", title: "All answers" },
];

/** The answers with how far their reviews are: the way to any of them. */
export function ReviewNav({ items, shown, filter, current, onFilter, onOpen }: Props) {
  const answers = filterItems(items, "all");
  const accepted = answers.filter(({ standing }) => standing === "accepted").length;
  return (
    <nav
      aria-label="Answers"
      className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-6 lg:col-start-1 lg:row-start-1 lg:max-h-[calc(100dvh-3rem)] lg:self-start"
    >
      <ProgressBar label="Accepted" done={accepted} of={answers.length} text={`${accepted} of ${answers.length}`} />
      <SelectField
        label="Show"
        value={filter}
        onChange={(event) => onFilter(event.target.value)}
        choices={FILTERS.map(({ value, title }) => ({
          value,
          label: `${title} (${filterItems(items, value).length})`,
        }))}
      />
      <ul className="max-h-80 overflow-y-auto lg:max-h-none lg:min-h-0">
        {shown.map(({ id, asks, standing }) => (
          <li key={id}>
            <button
              type="button"
              aria-current={id === current ? "true" : undefined}
              onClick={() => onOpen(id)}
              className="flex w-full items-start gap-2 rounded-control px-2 py-1.5 text-left text-muted hover:bg-sunken hover:text-ink aria-[current]:bg-accent/8 aria-[current]:text-ink"
            >
              <ReviewMark standing={standing} />
              <span className="min-w-0 flex-1">{asks}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
