import { useId } from "react";
import { ChoiceBox } from "./choice-box.tsx";
import type { FieldText } from "./field.tsx";
import { describedBy, FieldNotes } from "./field-notes.tsx";
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
export function ChoiceGroup(props: Props) {
  const { label, hint, error, optional, name, kind = "radio", choices, defaultValues = [], inline, required } = props;
  const id = useId();
  return (
    <fieldset
      aria-describedby={describedBy({ id, hint, error })}
      aria-invalid={error ? true : undefined}
      className="flex min-w-0 flex-col gap-1.5"
    >
      <legend className="mb-1.5 text-sm font-strong">
        {label}
        {optional && <span className="font-normal text-muted"> (optional)</span>}
      </legend>
      <div className={inline ? "flex flex-wrap gap-1.5" : "flex flex-col gap-1.5"}>
        {choices.map((choice) => (
          <ChoiceBox
            key={choice.value}
            choice={choice}
            type={kind}
            name={name}
            required={required && kind === "radio"}
            defaultChecked={defaultValues.includes(choice.value)}
          />
        ))}
      </div>
      <FieldNotes id={id} hint={hint} error={error} />
    </fieldset>
  );
}
