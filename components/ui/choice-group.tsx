import { CircleAlert } from "lucide-react";
import { useId } from "react";
import type { FieldText } from "./field.tsx";
import type { Choice } from "./select-field.tsx";

type Props = FieldText & {
  name: string;
  /** One of them, or any number. */
  kind?: "radio" | "checkbox";
  choices: readonly (Choice & { hint?: string })[];
  defaultValues?: readonly string[];
  /** Beside each other, for short words such as 1 to 5. */
  inline?: boolean;
  required?: boolean;
};

/** A group of radio buttons or boxes with its own name, hint and error. */
export function ChoiceGroup({
  label,
  hint,
  error,
  optional,
  name,
  kind = "radio",
  choices,
  defaultValues = [],
  inline,
  required,
}: Props) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
  return (
    <fieldset
      aria-describedby={described}
      aria-invalid={error ? true : undefined}
      className="flex min-w-0 flex-col gap-1.5"
    >
      <legend className="mb-1.5 text-sm font-strong">
        {label}
        {optional && <span className="font-normal text-muted"> (optional)</span>}
      </legend>
      <div className={inline ? "flex flex-wrap gap-1.5" : "flex flex-col gap-1.5"}>
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="flex min-h-9 min-w-11 items-start gap-2.5 rounded-control border border-rule/50 px-3 py-1.75 hover:border-rule has-checked:border-accent has-checked:bg-accent/6 has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2"
          >
            <input
              type={kind}
              name={name}
              value={choice.value}
              required={required && kind === "radio"}
              defaultChecked={defaultValues.includes(choice.value)}
              className="mt-0.5 size-4 shrink-0 accent-accent outline-none"
            />
            <span>
              {choice.label}
              {choice.hint && <span className="block text-xs text-muted">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {hint && (
        <p id={`${id}-hint`} className="text-xs text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="flex items-start gap-1.5 text-xs font-strong">
          <CircleAlert aria-hidden size={14} className="mt-px shrink-0" />
          {error}
        </p>
      )}
    </fieldset>
  );
}
