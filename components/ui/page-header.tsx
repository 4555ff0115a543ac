import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "./breadcrumbs.tsx";

type Props = {
  /** A sentence with the finding. */
  title: ReactNode;
  lede?: ReactNode;
  crumbs?: readonly Crumb[];
  /** The one primary action, and at most a quiet one beside it. */
  action?: ReactNode;
};

/** Head of a page: where one is, what there is to know, what to do. */
export function PageHeader({ title, lede, crumbs, action }: Props) {
  return (
    <header className="mb-8 flex flex-col gap-3">
      {crumbs && <Breadcrumbs crumbs={crumbs} />}
      <div className="flex flex-col gap-x-10 gap-y-4 lg:flex-row lg:items-start lg:justify-between">
        <div className="min-w-0">
          <h1 className="max-w-3xl text-lg font-strong tracking-[-0.02em] sm:text-xl">{title}</h1>
          {lede && <div className="reading-width mt-2 text-muted">{lede}</div>}
        </div>
        {action && <div className="flex shrink-0 flex-wrap gap-2 print:hidden">{action}</div>}
      </div>
    </header>
  );
}
