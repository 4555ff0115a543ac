"use client";

import { useEffect } from "react";

/** D, where nothing is being typed and nothing stands over the page. */
export function useDiscussionKey(onPress: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "d" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented)
        return;
      const at = event.target instanceof HTMLElement ? event.target : null;
      if (at?.closest("textarea, select, [contenteditable], [role=dialog], input:not([type=radio], [type=checkbox])"))
        return;
      event.preventDefault();
      onPress();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [onPress]);
}
