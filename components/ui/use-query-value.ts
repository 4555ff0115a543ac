"use client";

import { useCallback, useState } from "react";

/**
 * A value that lives in the address as `?name=value`, changed without asking the server. `initial` is what the server
 * read there, so that the first drawing is right.
 */
export function useQueryValue(name: string, initial: string | null): [string | null, (value: string | null) => void] {
  const [value, setValue] = useState(initial);
  const change = useCallback(
    (next: string | null) => {
      setValue(next);
      const url = new URL(window.location.href);
      if (next === null || next === "") url.searchParams.delete(name);
      else url.searchParams.set(name, next);
      window.history.replaceState(null, "", url);
    },
    [name],
  );
  return [value, change];
}
