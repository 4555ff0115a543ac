import type { ReactNode } from "react";

/** A word about a thing: a state, a kind. Neutral, since colour means risk. */
export function Badge({ children, icon }: { children: ReactNode; icon?: ReactNode }) {
  return (
    <span className="inline-flex h-5 items-center gap-1 whitespace-nowrap rounded-small border border-hairline bg-sunken px-1.5 text-ink text-xs">
      {icon}
      {children}
    </span>
  );
}
