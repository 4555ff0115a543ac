import type { ComponentProps } from "react";
import { CONTROL_CLASS } from "./control-class.ts";
import { Field, type FieldText } from "./field.tsx";

type Props = FieldText & ComponentProps<"textarea">;

/** Several lines of text; grows with what is typed where the browser can. */
export function TextArea({ label, hint, error, optional, rows = 4, ...rest }: Props) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(ids) => (
        <textarea
          {...rest}
          {...ids}
          rows={rows}
          className={`${CONTROL_CLASS} field-sizing-content max-h-80 min-h-20 resize-y py-2 leading-5`}
        />
      )}
    </Field>
  );
}
