import type { Place } from "./object.ts";
import type { Reading } from "./read-objects.ts";
import { readingsOf, refusalInText } from "./withheld.ts";

/** Reads what kubectl says on its error output, where somebody wrote both outputs into one file. */
export function* readComplaints(path: string, text: string): Generator<Reading> {
  yield* complaintsIn(text, { path }) ?? [
    { unreadable: { path, reason: "it holds what kubectl said of an error, and no objects" } },
  ];
}

/** What the lines of a text say of lists that were refused; null where one says anything else. */
export function complaintsIn(text: string, at: Place): Reading[] | null {
  const lines = text
    .slice(0, 100_000)
    .split("\n")
    .filter((line) => line.trim() !== "");
  const refusals = lines.map(refusalInText);
  if (lines.length === 0 || refusals.includes(null)) return null;
  return refusals.flatMap((refused) => (refused ? [...readingsOf(refused, at)] : []));
}
