import type { ComponentProps } from "react";
import type { Choice } from "./select-field.tsx";

type Props = Pick<ComponentProps<"input">, "type" | "name" | "required" | "defaultChecked" | "onChange"> & {
  choice: Choice & { hint?: string };
};

/** One choice of a group: the whole box is its label. */
export function ChoiceBox({ choice, ...rest }: Props) {
  return (
    <label className="flex min-h-9 min-w-11 items-start gap-2.5 rounded-control border border-rule/50 px-3 py-1.75 hover:border-rule has-checked:border-accent has-checked:bg-accent/6 has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2">
      <input {...rest} value={choice.value} className="mt-0.5 size-4 shrink-0 accent-accent outline-none" />
      <span>
        {choice.label}
        {choice.hint && <span className="block text-muted text-xs">{choice.hint}</span>}
      </span>
    </label>
  );
}
