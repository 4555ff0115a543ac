import type { ComponentProps, ReactNode } from "react";
import { BusyMark } from "./busy-mark.tsx";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button-class.ts";

export type ButtonProps = Omit<ComponentProps<"button">, "disabled"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  /** While true the button keeps its focus and its size, says that it works and does nothing when pressed again. */
  pending?: boolean;
  disabled?: boolean;
};

/** A button that says what it does. Plain: for forms see SubmitButton, for an action of its own ActionButton. */
export function Button({
  variant = "secondary",
  size = "medium",
  icon,
  pending = false,
  disabled = false,
  className,
  children,
  type = "button",
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      className={buttonClass(variant, size, className)}
    >
      {pending ? <BusyMark /> : icon}
      {children}
    </button>
  );
}
