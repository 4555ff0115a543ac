import { Info } from "lucide-react";
import type { ReactNode } from "react";

/** Something to know before going on; not an error. */
export function Notice({ children, icon, action }: { children: ReactNode; icon?: ReactNode; action?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-2 rounded-panel border border-hairline bg-sunken px-4 py-3">
      <span aria-hidden className="mt-0.5 text-muted">
        {icon ?? <Info size={16} />}
      </span>
      <div className="min-w-0 flex-1 basis-60">{children}</div>
      {action && <div className="flex gap-2">{action}</div>}
    </div>
  );
}
