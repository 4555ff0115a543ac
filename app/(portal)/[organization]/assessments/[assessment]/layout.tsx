import type { ReactNode } from "react";

/** An assessment's stations share their frame: room between their parts. */
export default function AssessmentLayout({ children }: { children: ReactNode }) {
  return <div className="grid gap-10 [&>header]:mb-0">{children}</div>;
}
