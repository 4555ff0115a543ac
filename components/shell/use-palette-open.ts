"use client";

import { useEffect, useState } from "react";
import { PALETTE_ASKED } from "./palette-button.tsx";

/** Whether the command palette stands open; Ctrl-K and Cmd-K turn it over, a PaletteButton opens it. */
export function usePaletteOpen(): [boolean, (open: boolean) => void] {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      setOpen((was) => !was);
    };
    const onAsked = () => setOpen(true);
    window.addEventListener("keydown", onKey);
    window.addEventListener(PALETTE_ASKED, onAsked);
    return () => {
      window.removeEventListener("keydown", onKey);
      window.removeEventListener(PALETTE_ASKED, onAsked);
    };
  }, []);
  return [open, setOpen];
}
