export type SortValue = string | number | null;

/** Order of two values of a column: numbers by size, words by the alphabet, nothing last. */
export function byValue(a: SortValue, b: SortValue): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a).localeCompare(String(b), "en", { numeric: true });
}
