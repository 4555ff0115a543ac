import { RichText } from "#components/ui/rich-text.tsx";
import type { Question } from "#lib/catalog/control.ts";
import type { Maturity } from "#lib/catalog/framework.ts";
import type { Draft } from "./question-item.ts";

type Props = { question: Question; draft: Draft; disabled?: boolean; onChange: (draft: Draft) => void };

const LEVELS: readonly Maturity[] = [0, 1, 2, 3, 4];

/** The five levels in the question's own words, and "does not apply". Keys 0 to 4 and N choose as well. */
export function QuestionLevels({ question, draft, disabled, onChange }: Props) {
  const row =
    "group flex cursor-pointer items-start gap-3 border-hairline px-3.5 py-2.5 not-last:border-b hover:bg-sunken " +
    "has-checked:bg-accent/8 has-focus-visible:relative has-focus-visible:z-1 has-focus-visible:outline-2 has-focus-visible:outline-focus";
  const box = "mt-0.5 size-4 shrink-0 accent-accent outline-none";
  return (
    <fieldset disabled={disabled}>
      <legend className="mb-2 font-strong">Your answer</legend>
      <div className="overflow-hidden rounded-panel border border-rule">
        {LEVELS.map((level) => (
          <label key={level} className={row}>
            <input
              type="radio"
              name={`level ${question.id}`}
              checked={!draft.notApplicable && draft.maturity === level}
              onChange={() => onChange({ ...draft, maturity: level, notApplicable: false })}
              className={box}
            />
            <span className="w-3 shrink-0 font-strong">{level}</span>
            <span className="min-w-0 group-has-checked:font-strong">
              <RichText text={question.levels[level]} />
            </span>
          </label>
        ))}
        <label className={row}>
          <input
            type="radio"
            name={`level ${question.id}`}
            checked={draft.notApplicable}
            onChange={() => onChange({ ...draft, maturity: null, notApplicable: true })}
            className={box}
          />
          <span className="w-3 shrink-0 text-muted">N</span>
          <span className="group-has-checked:font-strong">Does not apply here; the comment says why</span>
        </label>
      </div>
    </fieldset>
  );
}
