import "server-only";
import { type Exception, isExcepted, isInForce } from "#lib/checks/exception.ts";
import { type ExceptionRow, failingResources } from "#lib/server/db/exceptions.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";

export type ExceptionLine = {
  id: string;
  check: string;
  kind: string;
  namespace: string;
  name: string;
  owner: string;
  reason: string;
  endsOn: string;
  by: string;
  /** "in force" counts in the plan; "run out" passed its day; "ended" was ended by hand. */
  state: "in force" | "run out" | "ended";
  /** Failing results of the scan that it matches; null: there is no scan. */
  matches: number | null;
};

/** Exceptions as they stand at a time (ISO 8601), and how much of a scan each matches: what has run out matches findings. */
export async function exceptionLines(
  work: Work,
  rows: readonly ExceptionRow[],
  scanId: string | null,
  at: string,
): Promise<{ lines: ExceptionLine[]; accepted: number; inForce: Exception[] }> {
  const checks = [...new Set(rows.map(({ check }) => check))];
  const failing = scanId === null || checks.length === 0 ? [] : await failingResources(work, scanId, checks);
  const lines = rows.map(({ at: _, endedAt, ...row }): ExceptionLine => {
    const matched = failing.filter(({ check, resource }) => isExcepted(row, check, resource));
    return {
      ...row,
      state: endedAt !== null ? "ended" : isInForce(row, at) ? "in force" : "run out",
      matches: scanId === null ? null : matched.reduce((sum, { results }) => sum + results, 0),
    };
  });
  const inForce = lines.filter(({ state }) => state === "in force");
  const covered = failing.filter(({ check, resource }) => inForce.some((one) => isExcepted(one, check, resource)));
  // What two of them cover counts once.
  return { lines, inForce, accepted: covered.reduce((sum, { results }) => sum + results, 0) };
}
