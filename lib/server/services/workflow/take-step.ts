import "server-only";
import type { ActingMember } from "#lib/access/actor.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { listAnswers } from "#lib/server/db/answers.ts";
import { findStateForStep, storeState } from "#lib/server/db/assessment-states.ts";
import { findAssessment } from "#lib/server/db/assessments.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";
import { standingOf } from "#lib/workflow/answers-under-review.ts";
import type { AssessmentState } from "#lib/workflow/states.ts";
import { blockersOf, type Step, WAYS } from "#lib/workflow/steps.ts";
import { loadAsked } from "../assessments/load-asked.ts";
import { loadCatalog } from "../own-questions/load-catalog.ts";
import { notFound } from "../verb.ts";
import { appendToLog } from "./append-to-log.ts";
import { blockedStep } from "./blocked-step.ts";
import { factsOf, loadReview, reviewedQuestion } from "./load-review.ts";

/** Takes a step, or refuses with everything that blocks it. Nobody writes anything of the assessment meanwhile. */
export async function takeStep(
  work: Work,
  member: ActingMember,
  assessmentId: string,
  step: Exclude<Step, "sign">,
  reason = "",
): Promise<{ state: AssessmentState }> {
  const state = await findStateForStep(work, assessmentId);
  if (!state) throw notFound();
  const assessment = await findAssessment(work, assessmentId);
  if (!assessment) throw notFound();
  const { asked } = await loadAsked(
    work,
    await loadCatalog(work, assessment),
    assessment,
    await listAnswers(work, assessmentId),
  );
  const loaded = await loadReview(work, member, assessmentId, asked);
  const blockers = blockersOf(step, factsOf(loaded, state, 0), reason);
  if (blockers.length > 0) throw blockedStep(step, blockers);
  const { to } = WAYS[step];
  await moveTo(work, assessmentId, state, to);
  const standings = loaded.questions.map((line) => standingOf(reviewedQuestion(line)));
  const count = (...of: string[]) => standings.filter((standing) => of.includes(standing)).length;
  const open = count("left-open");
  const details =
    step === "request-changes"
      ? { reason: reason.trim(), answers: count("changes-requested") }
      : { answers: standings.length - open, leftOpen: open };
  await appendToLog(work, member, assessmentId, `assessment.${to}`, details);
  return { state: to };
}

export async function moveTo(
  work: Work,
  assessmentId: string,
  from: AssessmentState,
  to: AssessmentState,
): Promise<void> {
  if (await storeState(work, assessmentId, from, to)) return;
  throw new Refusal("conflict", "Somebody else took a step with this assessment.", {
    detail: "Nothing was changed. Load the page again to see how it stands.",
  });
}
