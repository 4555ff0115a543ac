import "server-only";
import { findStateForWriting, signedAndFrozen } from "#lib/server/db/assessment-states.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";
import type { AssessmentState } from "#lib/workflow/states.ts";
import { notFound } from "../verb.ts";

/**
 * To be called before anything of an assessment is written: refuses when it is signed, and keeps it from being signed until
 * the transaction ends. Answers what state it is in.
 */
export async function requireUnsigned(work: Work, assessmentId: string): Promise<AssessmentState> {
  const state = await findStateForWriting(work, assessmentId);
  if (!state) throw notFound();
  if (state === "signed") throw signedAndFrozen();
  return state;
}
