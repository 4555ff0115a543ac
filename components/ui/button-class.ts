import { classNames } from "./class-names.ts";

export type ButtonVariant = "primary" | "secondary" | "quiet";
export type ButtonSize = "medium" | "small";

const VARIANTS: Record<ButtonVariant, string> = {
  primary: "bg-accent text-on-accent hover:bg-accent-strong",
  secondary: "border border-rule/50 bg-surface text-ink hover:border-rule hover:bg-sunken",
  quiet: "text-ink hover:bg-sunken",
};
const SIZES: Record<ButtonSize, string> = {
  medium: "h-9 gap-2 px-3.5",
  small: "h-7 gap-1.5 px-2.5",
};

/** What buttons and links that look like buttons have in common. */
export function buttonClass(variant: ButtonVariant, size: ButtonSize, more?: string): string {
  return classNames(
    "inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap rounded-control text-sm font-strong",
    "motion-safe:transition-colors motion-safe:duration-100",
    "aria-disabled:cursor-default aria-disabled:opacity-60 disabled:cursor-default disabled:opacity-60",
    VARIANTS[variant],
    SIZES[size],
    more,
  );
}
