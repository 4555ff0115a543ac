"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";

/**
 * Draws the page anew if the portal would hand it out now; `probe`: an address that answers where the page does. With the
 * line down or the session over, the router would leave the page, and with it what is being typed: then everything stays as
 * it is until the next time.
 */
export function useSafeRefresh(probe: string): () => Promise<void> {
  const router = useRouter();
  return useCallback(async () => {
    const answer = navigator.onLine ? await fetch(probe, { cache: "no-store" }).catch(() => null) : null;
    if (answer?.ok) router.refresh();
  }, [router, probe]);
}
