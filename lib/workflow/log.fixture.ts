import { createHash } from "node:crypto";
import { canonicalJson } from "#lib/report/canonical-json.ts";
import { followEntry, type LogEntry } from "./log-entry.ts";

export const digest = (value: unknown): string => createHash("sha256").update(canonicalJson(value)).digest("hex");

const ORGANIZATION = "11111111-1111-4111-8111-111111111111";
export const ASSESSMENT = "22222222-2222-4222-8222-222222222222";
const PERSON = "33333333-3333-4333-8333-333333333333";

/** A whole log of that many entries. */
export function logOf(count: number, assessment = ASSESSMENT): LogEntry[] {
  const entries: LogEntry[] = [];
  for (let index = 0; index < count; index++) entries.push(next(entries.at(-1), `entry ${index + 1}`, assessment));
  return entries;
}

/** The entry after `newest`, honestly sealed. */
export function next(
  newest: LogEntry | undefined,
  says: string,
  assessment = ASSESSMENT,
  told: Partial<Pick<LogEntry, "kind" | "details">> = {},
): LogEntry {
  return followEntry(
    newest ? { count: newest.number, hash: newest.hash } : null,
    {
      organization: ORGANIZATION,
      assessment,
      at: "2026-11-23T10:00:00.000Z",
      who: { id: PERSON, name: "Ada" },
      kind: "answer.accepted",
      details: { says },
      ...told,
    },
    digest,
  );
}
