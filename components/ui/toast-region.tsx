"use client";

import { Toaster } from "sonner";

/** Where short confirmations appear; call `toast("14 proposals accepted")` of sonner. Once in the layout. */
export function ToastRegion() {
  return (
    <Toaster
      position="bottom-right"
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-center gap-3 rounded-panel border border-hairline bg-surface px-4 py-3 text-sm text-ink shadow-overlay",
          description: "text-muted",
          actionButton: "ml-auto font-strong text-accent",
        },
      }}
    />
  );
}
