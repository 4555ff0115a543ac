import { ArrowRight } from "lucide-react";
import Link from "next/link";

type Line = { kind: string; says: string; href: string | null; leads: string };

/** What is in the way of the next step; each line leads to where something can be done about it. */
export function BlockerList({ lines }: { lines: readonly Line[] }) {
  return (
    <ul className="divide-y divide-hairline rounded-panel border border-hairline">
      {lines.map(({ kind, says, href, leads }) => (
        <li key={kind} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 px-4 py-3">
          <span className="reading-width">{says}</span>
          {href && (
            <Link
              href={href}
              className="inline-flex min-h-6 shrink-0 items-center gap-1.5 rounded-small text-accent underline decoration-accent/40 underline-offset-[3px] hover:decoration-accent"
            >
              {leads}
              <ArrowRight aria-hidden size={14} />
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
