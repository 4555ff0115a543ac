"use client";

import { useEffect, useSyncExternalStore } from "react";
import type { PaletteItem } from "./navigation.ts";

const NOTHING: readonly PaletteItem[] = [];
let offered = NOTHING;
const listeners = new Set<() => void>();

function offer(items: readonly PaletteItem[]): void {
  offered = items;
  for (const listener of listeners) listener();
}

/** What the page that is open adds to the command palette, for as long as it is open. Hand over the same array while it is the same. */
export function useOfferInPalette(items: readonly PaletteItem[]): void {
  useEffect(() => {
    offer(items);
    return () => offer(NOTHING);
  }, [items]);
}

/** What the page that is open offers. */
export function useOfferedInPalette(): readonly PaletteItem[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => offered,
    () => NOTHING,
  );
}
