import "server-only";
import type { Anchor } from "#lib/workflow/log-entry.ts";
import type { Work } from "./unit-of-work.ts";

export type SignatureRow = {
  /** SHA-256 of the document, hexadecimal. */
  digest: string;
  by: string;
  byId: string;
  at: Date;
  /** Where the log ended when it was signed, the entry of the signing included. */
  log: Anchor;
};

const SHOWN = {
  digest: true,
  signedBy: true,
  signerName: true,
  signedAt: true,
  logCount: true,
  logHash: true,
} as const;

export async function addSignature(
  work: Work,
  organizationId: string,
  assessmentId: string,
  { digest, by, byId, at, log, document }: SignatureRow & { document: string },
): Promise<void> {
  const signed = { document, digest, signedBy: byId, signerName: by, signedAt: at };
  await work.assessmentSignature.createMany({
    data: [{ organizationId, assessmentId, ...signed, logCount: log.count, logHash: log.hash }],
  });
}

export async function findSignature(work: Work, assessmentId: string): Promise<SignatureRow | null> {
  const row = await work.assessmentSignature.findFirst({ where: { assessmentId }, select: SHOWN });
  return row && toSignature(row);
}

/** With the document, byte for byte as it was signed. */
export async function findSignedDocument(
  work: Work,
  assessmentId: string,
): Promise<(SignatureRow & { document: string }) | null> {
  const row = await work.assessmentSignature.findFirst({ where: { assessmentId } });
  return row && { ...toSignature(row), document: row.document };
}

type Stored = {
  digest: string;
  signedBy: string;
  signerName: string;
  signedAt: Date;
  logCount: number;
  logHash: string;
};

function toSignature(row: Stored): SignatureRow {
  const log = { count: row.logCount, hash: row.logHash };
  return { digest: row.digest, by: row.signerName, byId: row.signedBy, at: row.signedAt, log };
}
