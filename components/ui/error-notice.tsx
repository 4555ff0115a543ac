import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Heading, type HeadingLevel } from "./heading.tsx";

type Props = {
  /** What happened. */
  title: string;
  /** What was kept, and what to do next. */
  detail?: ReactNode;
  action?: ReactNode;
  /** As a heading where it is the page; otherwise a strong line. */
  level?: HeadingLevel;
};

/** What happened, what was kept, what to do next. Announced when it appears. */
export function ErrorNotice({ title, detail, action, level }: Props) {
  return (
    <div role="alert" className="flex gap-3 rounded-panel border border-ink/70 bg-surface px-4 py-3.5">
      <CircleAlert aria-hidden size={18} className="mt-px shrink-0" />
      <div className="min-w-0">
        {level ? (
          <Heading level={level} className="text-base font-strong">
            {title}
          </Heading>
        ) : (
          <p className="font-strong">{title}</p>
        )}
        {detail && <div className="reading-width mt-1 whitespace-pre-line text-muted">{detail}</div>}
        {action && <div className="mt-3 flex flex-wrap gap-2">{action}</div>}
      </div>
    </div>
  );
}
