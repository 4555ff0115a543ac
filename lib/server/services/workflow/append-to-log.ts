import "server-only";
import type { ActingMember } from "#lib/access/actor.ts";
import { canonicalJson } from "#lib/report/canonical-json.ts";
import { addLogEntry, lockEndOfLog } from "#lib/server/db/assessment-log.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { followEntry, type LogEntry } from "#lib/workflow/log-entry.ts";
import { digestOf } from "./digest-of.ts";
import { requireUnsigned } from "./require-unsigned.ts";

/**
 * Appends to the chained log of an assessment, in the transaction of what it tells. Others who append wait until this
 * transaction ends, so call it last. `kind` is a thing and what became of it, as "answer.accepted"; `details` is plain
 * JSON without secrets. Refuses when the assessment is signed.
 */
export async function appendToLog(
  work: Work,
  member: ActingMember,
  assessmentId: string,
  kind: string,
  details: Record<string, unknown>,
): Promise<LogEntry> {
  await requireUnsigned(work, assessmentId);
  const newest = await lockEndOfLog(work, assessmentId);
  const entry = followEntry(
    newest,
    {
      organization: member.organizationId,
      assessment: assessmentId,
      at: now().toISOString(),
      who: { id: member.userId, name: member.name },
      kind,
      details: asStored(details),
    },
    digestOf,
  );
  await addLogEntry(work, entry);
  return entry;
}

/** As the database gives it back: no undefined members, no NUL, which it cannot store. */
function asStored(details: Record<string, unknown>): LogEntry["details"] {
  return JSON.parse(canonicalJson(details), (_, value) =>
    typeof value === "string" ? value.replaceAll("\0", "") : value,
  );
}
