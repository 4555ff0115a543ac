import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

type Props = {
  /** What the table holds, for those who cannot see the heading above it. */
  label: string;
  children: ReactNode;
  /** Long tables scroll within themselves, with their head in view. */
  scrolls?: boolean;
};

/** Room for one table: wide ones scroll sideways within it, so the page never does. Holds a `table.data-table`. */
export function TableFrame({ label, children, scrolls }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; a region for each table would be too many landmarks
    <div
      role="group"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className={classNames(
        "relative overflow-x-auto rounded-panel border border-hairline bg-surface print:overflow-visible",
        scrolls && "max-h-[72dvh] overflow-y-auto print:max-h-none",
      )}
    >
      {children}
    </div>
  );
}
