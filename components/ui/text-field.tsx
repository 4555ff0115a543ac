import type { ComponentProps } from "react";
import { CONTROL_CLASS } from "./control-class.ts";
import { Field, type FieldText } from "./field.tsx";

type Props = FieldText & ComponentProps<"input">;

/** One line of text, a number, a date, a password. */
export function TextField({ label, hint, error, optional, className, ...rest }: Props) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(ids) => <input {...rest} {...ids} className={`${CONTROL_CLASS} h-9 ${className ?? ""}`} />}
    </Field>
  );
}
