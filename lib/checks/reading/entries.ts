/** Readers for fields that should be lists or maps but come from files that anyone may have written. */

/** The objects of a list with their positions, so that field paths stay right; [] when it is no list. */
export function entriesOf<T>(list: readonly T[] | undefined | null): { entry: T; at: number }[] {
  if (!Array.isArray(list)) return [];
  return (list as readonly T[]).map((entry, at) => ({ entry, at })).filter(({ entry }) => isRecord(entry));
}

/** The strings of a list; [] when it is no list. */
export function stringsOf(list: unknown): string[] {
  return Array.isArray(list) ? list.filter((item) => typeof item === "string") : [];
}

/** A map as it is, {} for anything else. */
export function recordOf(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}

/** A list of unknown things as maps with their positions; [] when it is no list. */
export function recordsOf(value: unknown): { entry: Record<string, unknown>; at: number }[] {
  return Array.isArray(value) ? entriesOf<Record<string, unknown>>(value) : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
