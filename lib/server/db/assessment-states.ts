import "server-only";
import type { AssessmentState } from "#lib/workflow/states.ts";
import type { Work } from "./unit-of-work.ts";

/** The state of an assessment, which cannot become "signed" until the transaction ends; null when there is none. */
export async function findStateForWriting(work: Work, assessmentId: string): Promise<AssessmentState | null> {
  await work.$executeRaw`select pg_advisory_xact_lock_shared(hashtextextended('signing ' || ${assessmentId}::uuid, 0))`;
  return findState(work, assessmentId);
}

/** The state, once nobody else is writing anything of the assessment any more. Held until the transaction ends. */
export async function findStateForSigning(work: Work, assessmentId: string): Promise<AssessmentState | null> {
  await work.$executeRaw`select pg_advisory_xact_lock(hashtextextended('signing ' || ${assessmentId}::uuid, 0))`;
  return findState(work, assessmentId);
}

async function findState(work: Work, assessmentId: string): Promise<AssessmentState | null> {
  const row = await work.assessment.findFirst({ where: { id: assessmentId }, select: { state: true } });
  return row && (row.state as AssessmentState);
}
