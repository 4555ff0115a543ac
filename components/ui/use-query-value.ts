"use client";

import { useCallback, useEffect, useRef, useState } from "react";

/**
 * A value that lives in the address as `?name=value`, changed without asking the server. `initial` is what the server
 * read there, so that the first drawing is right.
 */
export function useQueryValue(name: string, initial: string | null): [string | null, (value: string | null) => void] {
  const [value, setValue] = useState(initial || null);
  const drawn = useRef(false);
  const changed = useRef(false);
  useEffect(() => {
    const there = inAddress(name);
    // By the browser's back one comes to an address that was changed since the server read it.
    if (!drawn.current && there !== null && there !== value) setValue(there);
    // The router writes the address that it knows whenever it draws the page anew.
    if (changed.current && there !== value) writeAddress(name, value);
    drawn.current = true;
  });
  const change = useCallback(
    (next: string | null) => {
      changed.current = true;
      setValue(next || null);
      writeAddress(name, next);
    },
    [name],
  );
  return [value, change];
}

function inAddress(name: string): string | null {
  return new URL(window.location.href).searchParams.get(name) || null;
}

/**
 * With the router's own state the change is the browser's alone. The router must not hear of it: it would drop what is being
 * stored, and load the whole page where the address changes again while it draws the page anew.
 */
function writeAddress(name: string, value: string | null): void {
  const url = new URL(window.location.href);
  if (value) url.searchParams.set(name, value);
  else url.searchParams.delete(name);
  window.history.replaceState(window.history.state, "", url);
}
