import "server-only";
import type { EvidenceItem, EvidenceKind } from "#lib/evidence/items/evidence-item.ts";
import type { Work } from "./unit-of-work.ts";

export type NewEvidence = Omit<EvidenceItem, "id" | "by" | "at" | "withdrawn"> & {
  by: { id: string; name: string };
  at: Date;
};
/** Bytes that are kept, withdrawn items included. */
export type EvidenceUse = { ofAssessment: number; ofOrganization: number };

/** Every item of an assessment, the newest first; withdrawn ones too. */
export async function listEvidence(work: Work, assessmentId: string): Promise<EvidenceItem[]> {
  const rows = await work.evidenceItem.findMany({
    where: { assessmentId },
    orderBy: [{ addedAt: "desc" }, { id: "asc" }],
  });
  return rows.map(toItem);
}

export async function findEvidence(work: Work, assessmentId: string, id: string): Promise<EvidenceItem | null> {
  const row = await work.evidenceItem.findFirst({ where: { assessmentId, id } });
  return row && toItem(row);
}

export async function addEvidence(
  work: Work,
  organizationId: string,
  assessmentId: string,
  { question, observedOn, validUntil, by, at, ...same }: NewEvidence,
): Promise<string> {
  const row = await work.evidenceItem.create({
    data: {
      ...{ organizationId, assessmentId, questionId: question, ...same },
      observedOn: new Date(observedOn),
      validUntil: new Date(validUntil),
      ...{ addedBy: by.id, adderName: by.name, addedAt: at },
    },
    select: { id: true },
  });
  return row.id;
}

export async function addEvidenceChunk(
  work: Work,
  of: { organizationId: string; assessmentId: string; itemId: string },
  number: number,
  content: Uint8Array<ArrayBuffer>,
): Promise<void> {
  await work.evidenceChunk.createMany({ data: [{ ...of, number, content }] });
}

/** A part of a file; null after the last one. */
export async function findEvidenceChunk(
  work: Work,
  assessmentId: string,
  itemId: string,
  number: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const row = await work.evidenceChunk.findFirst({
    where: { assessmentId, itemId, number },
    select: { content: true },
  });
  return row?.content ?? null;
}

/** False when it was withdrawn before. */
export async function withdrawEvidenceItem(
  work: Work,
  assessmentId: string,
  id: string,
  withdrawal: { by: { id: string; name: string }; at: Date; reason: string },
): Promise<boolean> {
  const { by, at, reason } = withdrawal;
  const { count } = await work.evidenceItem.updateMany({
    where: { assessmentId, id, withdrawnAt: null },
    data: { withdrawnAt: at, withdrawnBy: by.id, withdrawerName: by.name, withdrawalReason: reason },
  });
  return count > 0;
}

/** Until the transaction ends nobody else of the organization adds evidence: what is counted stays true. */
export async function lockEvidenceUse(work: Work, organizationId: string): Promise<void> {
  await work.$executeRaw`select pg_advisory_xact_lock(hashtextextended('evidence ' || ${organizationId}::uuid, 0))`;
}

export async function sumEvidence(work: Work, assessmentId: string): Promise<EvidenceUse> {
  const own = await work.evidenceItem.aggregate({ where: { assessmentId }, _sum: { bytes: true } });
  const [all] = await work.$queryRaw<
    { bytes: bigint }[]
  >`select coalesce(sum(bytes), 0)::bigint as bytes from evidence_items`;
  return { ofAssessment: own._sum.bytes ?? 0, ofOrganization: Number(all?.bytes ?? 0) };
}

export async function countEvidence(work: Work, assessmentId: string, question: string): Promise<number> {
  return work.evidenceItem.count({ where: { assessmentId, questionId: question } });
}

type Stored = {
  id: string;
  questionId: string;
  kind: string;
  title: string;
  observedOn: Date;
  validUntil: Date;
  sha256: string;
  bytes: number;
  mediaType: string;
  fileName: string;
  url: string;
  command: string;
  output: string;
  adderName: string;
  addedAt: Date;
  withdrawnAt: Date | null;
  withdrawerName: string | null;
  withdrawalReason: string | null;
};

function toItem(row: Stored): EvidenceItem {
  const { id, title, sha256, bytes, mediaType, fileName, url, command, output } = row;
  return {
    ...{ id, title, sha256, bytes, mediaType, fileName, url, command, output },
    question: row.questionId,
    kind: row.kind as EvidenceKind,
    observedOn: row.observedOn.toISOString().slice(0, 10),
    validUntil: row.validUntil.toISOString().slice(0, 10),
    by: row.adderName,
    at: row.addedAt.toISOString(),
    withdrawn: row.withdrawnAt && {
      by: row.withdrawerName ?? "",
      at: row.withdrawnAt.toISOString(),
      reason: row.withdrawalReason ?? "",
    },
  };
}
