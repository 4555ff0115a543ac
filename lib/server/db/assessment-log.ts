import "server-only";
import type { Anchor, LogEntry } from "#lib/workflow/log-entry.ts";
import type { Work } from "./unit-of-work.ts";

/** The end of an assessment's log (null: it is empty). Nobody else appends to it until the transaction ends. */
export async function lockEndOfLog(work: Work, assessmentId: string): Promise<Anchor | null> {
  await work.$executeRaw`select pg_advisory_xact_lock(hashtextextended('log ' || ${assessmentId}::uuid, 0))`;
  return findEndOfLog(work, assessmentId);
}

export async function findEndOfLog(work: Work, assessmentId: string): Promise<Anchor | null> {
  const row = await work.assessmentLogEntry.findFirst({
    where: { assessmentId },
    orderBy: { number: "desc" },
    select: { number: true, hash: true },
  });
  return row && { count: row.number, hash: row.hash };
}

export async function addLogEntry(work: Work, entry: LogEntry): Promise<void> {
  const { organization, assessment, number, at, who, kind, details, previous, hash } = entry;
  await work.assessmentLogEntry.createMany({
    data: [
      {
        ...{ organizationId: organization, assessmentId: assessment, number, at: new Date(at), kind, previous, hash },
        ...{ personId: who.id, personName: who.name, details: details as object },
      },
    ],
  });
}

/** The whole log, oldest first. */
export async function listLogEntries(work: Work, assessmentId: string): Promise<LogEntry[]> {
  const rows = await work.assessmentLogEntry.findMany({ where: { assessmentId }, orderBy: { number: "asc" } });
  return rows.map(({ number, kind, previous, hash, ...row }) => ({
    organization: row.organizationId,
    assessment: row.assessmentId,
    number,
    at: row.at.toISOString(),
    who: { id: row.personId, name: row.personName },
    kind,
    details: row.details as LogEntry["details"],
    previous,
    hash,
  }));
}
