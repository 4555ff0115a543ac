import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { CONTROL_CLASS } from "./control-class.ts";
import { Field, type FieldText } from "./field.tsx";

export type Choice = { value: string; label: string };
type Props = FieldText & ComponentProps<"select"> & { choices: readonly Choice[]; placeholder?: string };

/** One of a list: the browser's own, which every phone and screen reader knows. */
export function SelectField({ label, hint, error, optional, choices, placeholder, ...rest }: Props) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(ids) => (
        <span className="relative block">
          <select {...rest} {...ids} className={`${CONTROL_CLASS} h-9 appearance-none truncate pr-9`}>
            {placeholder !== undefined && <option value="">{placeholder}</option>}
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </select>
          <ChevronDown aria-hidden size={16} className="pointer-events-none absolute top-2.5 right-3 text-muted" />
        </span>
      )}
    </Field>
  );
}
