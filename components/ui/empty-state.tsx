import type { ReactNode } from "react";
import { Heading, type HeadingLevel } from "./heading.tsx";

type Props = {
  /** What is not there yet, as a sentence. */
  title: string;
  level?: HeadingLevel;
  /** What it would show, and what to do to get there. */
  children?: ReactNode;
  action?: ReactNode;
};

/** Nothing here yet: says what would be, and the one thing to do about it. Uncharted water, so it is hatched. */
export function EmptyState({ title, level = 2, children, action }: Props) {
  return (
    <div className="relative overflow-hidden rounded-panel border border-hairline">
      <div aria-hidden className="hatched absolute inset-0 opacity-20" />
      <div className="relative m-3 flex flex-col items-start gap-3 rounded-control bg-surface px-6 py-8 sm:m-5 sm:px-8 sm:py-10">
        <Heading level={level} className="max-w-xl text-lg font-strong">
          {title}
        </Heading>
        {children && <div className="reading-width text-muted">{children}</div>}
        {action && <div className="mt-2 flex flex-wrap gap-2">{action}</div>}
      </div>
    </div>
  );
}
