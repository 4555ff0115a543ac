import type { Confidence, Draft } from "./question-item.ts";

type Props = { name: string; draft: Draft; disabled?: boolean; onChange: (draft: Draft) => void };

const CHOICES: readonly [Confidence, string][] = [
  ["low", "I believe so"],
  ["medium", "I know it"],
  ["high", "I have seen it"],
];

/** How sure the person is. */
export function QuestionConfidence({ name, draft, disabled, onChange }: Props) {
  return (
    <fieldset disabled={disabled}>
      <legend className="mb-1.5 font-strong">How sure are you?</legend>
      <div className="flex flex-wrap gap-1.5">
        {CHOICES.map(([value, label]) => (
          <label
            key={value}
            className="flex min-h-9 cursor-pointer items-center gap-2 rounded-control border border-rule/50 px-3 hover:border-rule has-checked:border-accent has-checked:bg-accent/8 has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name={`confidence ${name}`}
              checked={draft.confidence === value}
              onChange={() => onChange({ ...draft, confidence: value })}
              className="size-4 accent-accent outline-none"
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
