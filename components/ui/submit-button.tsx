"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "./button.tsx";
import type { ButtonSize, ButtonVariant } from "./button-class.ts";

type Props = {
  children: ReactNode;
  /** What it says while the form is on its way: "Storing". */
  pendingLabel?: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  name?: string;
  value?: string;
  /** For a form that is not sent by an action of React's: whether it is on its way. */
  pending?: boolean;
};

/** Sends its form once: while the form is on its way, another press does nothing and the focus stays. */
export function SubmitButton({ children, pendingLabel, variant = "primary", pending, ...rest }: Props) {
  const status = useFormStatus();
  const busy = pending ?? status.pending;
  return (
    <>
      <Button
        {...rest}
        type="submit"
        variant={variant}
        pending={busy}
        onClick={(event) => {
          if (busy) event.preventDefault();
        }}
      >
        {busy && pendingLabel ? pendingLabel : children}
      </Button>
      <span role="status" className="sr-only">
        {busy ? (pendingLabel ?? "Working") : ""}
      </span>
    </>
  );
}
