import "server-only";
import type { ActingMember } from "#lib/access/actor.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import type { EvidenceItem } from "#lib/evidence/items/evidence-item.ts";
import { findCredential } from "#lib/evidence/items/find-credential.ts";
import { wrongDays } from "#lib/evidence/items/validity.ts";
import { holdsCredential } from "#lib/server/collect/inspect-evidence.ts";
import { addEvidence } from "#lib/server/db/evidence-items.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { loadCatalog } from "../own-questions/load-catalog.ts";
import { notFound } from "../verb.ts";
import { appendToLog } from "../workflow/append-to-log.ts";
import { askedQuestions } from "../workflow/asked-questions.ts";
import { requireUnsigned } from "../workflow/require-unsigned.ts";
import { requireRoom } from "./evidence-room.ts";

type Brought = Pick<EvidenceItem, "kind" | "title" | "observedOn" | "validUntil" | "sha256" | "bytes"> &
  Partial<Pick<EvidenceItem, "mediaType" | "fileName" | "url" | "command" | "output">>;

/**
 * Stores an item with everything that holds for all kinds: the assessment is not signed, the question is asked, the days
 * fit, there is room, and the log tells of it. `fill` stores what belongs to it, in the same transaction.
 */
export async function storeEvidence(
  work: Work,
  member: ActingMember,
  { assessment, question }: { assessment: string; question: string },
  brought: Brought,
  fill: (item: string) => Promise<void> = async () => undefined,
): Promise<{ item: string; sha256: string }> {
  await requireUnsigned(work, assessment);
  await requireAsked(work, question);
  const at = now();
  refuseDays(brought, at);
  refuseCredential("the title", brought.title);
  await requireRoom(work, member.organizationId, { assessment, question, bytes: brought.bytes });
  const empty = { mediaType: "", fileName: "", url: "", command: "", output: "" };
  const by = { id: member.userId, name: member.name };
  const item = await addEvidence(work, member.organizationId, assessment, { ...empty, ...brought, question, by, at });
  await fill(item);
  const { kind, title, sha256, bytes, observedOn, validUntil } = brought;
  const told = { item, question, evidence: kind, title, sha256, bytes, observedOn, validUntil };
  await appendToLog(work, member, assessment, "evidence.added", told);
  return { item, sha256 };
}

/** Evidence is brought for questions that are asked. */
export async function requireAsked(work: Work, question: string): Promise<void> {
  if (!askedQuestions(await loadCatalog(work)).some(({ id }) => id === question)) throw notFound();
}

/** Refuses a text with a credential in it, by the line. */
export function refuseCredential(name: string, text: string): void {
  const found = findCredential(text);
  if (found) throw holdsCredential(name, found);
}

export function refuseDays(days: Pick<EvidenceItem, "observedOn" | "validUntil">, at: Date): void {
  const wrong = wrongDays(days, at.toISOString().slice(0, 10));
  if (!wrong) return;
  throw new Refusal("invalid-input", "The days do not fit.", {
    detail: `Nothing was stored. ${wrong.says}.`,
    fields: { [wrong.field]: wrong.says },
  });
}
