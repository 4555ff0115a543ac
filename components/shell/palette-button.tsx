"use client";

import { Search } from "lucide-react";

/** Event of the window that asks for the command palette. */
export const PALETTE_ASKED = "chartroom:palette";

/** Opens the command palette, for hands on a mouse or a phone. */
export function PaletteButton({ compact }: { compact?: boolean }) {
  return (
    <button
      type="button"
      onClick={() => window.dispatchEvent(new Event(PALETTE_ASKED))}
      aria-keyshortcuts="Control+K Meta+K"
      className={
        compact
          ? "grid size-10 shrink-0 place-items-center rounded-control hover:bg-hairline/50"
          : "flex h-9 w-full items-center gap-2.5 rounded-control border border-hairline bg-surface px-2.5 text-muted hover:border-rule"
      }
    >
      <Search aria-hidden size={compact ? 20 : 16} />
      <span className={compact ? "sr-only" : "flex-1 text-left"}>Go to</span>
      {!compact && <kbd className="font-sans text-xs">Ctrl K</kbd>}
    </button>
  );
}
