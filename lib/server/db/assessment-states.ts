import "server-only";
import { Refusal } from "#lib/contracts/refusal.ts";
import type { AssessmentState } from "#lib/workflow/states.ts";
import { areAnswersOpen } from "#lib/workflow/steps.ts";
import { newestOwnNumber } from "./own-contents.ts";
import type { Work } from "./unit-of-work.ts";

/** The state of an assessment, which cannot take a step until the transaction ends; null when there is none. */
export async function findStateForWriting(work: Work, assessmentId: string): Promise<AssessmentState | null> {
  await work.$executeRaw`select pg_advisory_xact_lock_shared(hashtextextended('signing ' || ${assessmentId}::uuid, 0))`;
  return findState(work, assessmentId);
}

/** The state, once nobody else is writing anything of the assessment any more; nobody does until the transaction ends. */
export async function findStateForStep(work: Work, assessmentId: string): Promise<AssessmentState | null> {
  await work.$executeRaw`select pg_advisory_xact_lock(hashtextextended('signing ' || ${assessmentId}::uuid, 0))`;
  return findState(work, assessmentId);
}

export async function findState(work: Work, assessmentId: string): Promise<AssessmentState | null> {
  const row = await work.assessment.findFirst({ where: { id: assessmentId }, select: { state: true } });
  return row && (row.state as AssessmentState);
}

/**
 * False when it was in another state meanwhile. From submission on, an assessment asks the own questions that it asked then:
 * an import changes only what is still being answered.
 */
export async function storeState(
  work: Work,
  assessmentId: string,
  from: AssessmentState,
  to: AssessmentState,
): Promise<boolean> {
  const pinned =
    to === "submitted"
      ? { ownContent: (await newestOwnNumber(work)) ?? 0 }
      : to === "changes-requested"
        ? { ownContent: null }
        : {};
  const { count } = await work.assessment.updateMany({
    where: { id: assessmentId, state: from },
    data: { state: to, ...pinned },
  });
  return count > 0;
}

/** Answers are read-only from the moment an assessment is accepted. */
export async function refuseFrozenAnswers(work: Work, assessmentId: string): Promise<void> {
  const state = await findStateForWriting(work, assessmentId);
  if (state !== null) requireOpenAnswers(state);
}

/** The same for who knows the state already, and holds it. */
export function requireOpenAnswers(state: AssessmentState): void {
  if (state === "signed") throw signedAndFrozen();
  if (areAnswersOpen(state)) return;
  throw new Refusal("refused", "This assessment is accepted, so its answers are closed.", {
    detail: "Nothing was stored. Ask somebody who reviews to request changes; then answers can be written again.",
  });
}

export function signedAndFrozen(): Refusal {
  return new Refusal("refused", "This assessment is signed, so it is frozen.", {
    detail: "Nothing was stored. To correct something, start the next assessment.",
  });
}
