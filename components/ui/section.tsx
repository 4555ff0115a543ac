import { type ReactNode, useId } from "react";
import { Heading, type HeadingLevel } from "./heading.tsx";

type Props = {
  title: string;
  level?: HeadingLevel;
  lede?: ReactNode;
  /** Stands at the right end of the heading's line. */
  aside?: ReactNode;
  children: ReactNode;
  id?: string;
};

/** A part of a page, named by its heading. */
export function Section({ title, level = 2, lede, aside, children, id }: Props) {
  const own = useId();
  const heading = id ?? own;
  return (
    <section aria-labelledby={heading} className="min-w-0">
      <div className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <Heading level={level} id={heading} className="text-base font-strong tracking-[-0.01em]">
            {title}
          </Heading>
          {lede && <div className="reading-width mt-1 text-muted">{lede}</div>}
        </div>
        {aside && <div className="flex flex-wrap items-center gap-2 print:hidden">{aside}</div>}
      </div>
      {children}
    </section>
  );
}
