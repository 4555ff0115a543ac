import type { ComponentProps } from "react";
import { Field, type FieldText } from "#components/ui/field.tsx";

type Props = FieldText & Omit<ComponentProps<"input">, "type">;

/** One file. */
export function FileField({ label, hint, error, optional, ...rest }: Props) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(ids) => (
        <input
          {...rest}
          {...ids}
          type="file"
          className="w-full rounded-control border border-rule/50 bg-surface p-1.5 text-sm file:mr-3 file:h-8 file:rounded-control file:border-0 file:bg-sunken file:px-3 file:font-strong file:text-ink hover:border-rule"
        />
      )}
    </Field>
  );
}
