import type { ActingMember } from "#lib/access/actor.ts";
import { can } from "#lib/access/permissions.ts";
import { AssessmentId } from "#lib/contracts/inputs.ts";
import { headline } from "#lib/presentation/sentences-of-scores.ts";
import { listLogEntries } from "#lib/server/db/assessment-log.ts";
import { mayReviewAnswer, standingOf } from "#lib/workflow/answers-under-review.ts";
import { sayBlocker } from "#lib/workflow/sentences-of-blockers.ts";
import { sayEntry } from "#lib/workflow/sentences-of-log.ts";
import { sayReview } from "#lib/workflow/sentences-of-review.ts";
import {
  areAnswersOpen,
  type Blocker,
  blockersOf,
  type Facts,
  nextStep,
  type Step,
  WAYS,
} from "#lib/workflow/steps.ts";
import { catalogOf, loadStanding, type Standing } from "../assessments/load-standing.ts";
import { verb } from "../verb.ts";
import { contentToSign } from "./content-to-sign.ts";
import { digestOf } from "./digest-of.ts";
import { factsOf, type LoadedReview, loadReview, reviewedQuestion } from "./load-review.ts";
import { openContradictionsOf, type StandingContradiction } from "./open-contradictions-of.ts";

/** How far an assessment is, what blocks the next step, the answers to review, and the log. */
export const readReview = verb(
  { name: "workflow.read-review", may: "assessments.read", input: AssessmentId },
  async (work, input, member) => {
    const standing = await loadStanding(work, input.assessment, member.scanMaxAgeDays);
    const { assessment, signature } = standing;
    const review = await loadReview(work, member, assessment.id, standing.catalogue.asked);
    const open = openContradictionsOf(standing);
    const facts = factsOf(review, assessment.state, open.length);
    const next = nextStep(assessment.state);
    const entries = await listLogEntries(work, assessment.id);
    const blockers = next ? blockersOf(next, facts) : [];
    const ready = next === "sign" && blockers.length === 0 && can(member.role, "assessments.sign");
    return {
      assessment: { id: assessment.id, name: assessment.name, state: assessment.state },
      title: sayReview({
        state: assessment.state,
        standings: facts.questions.map(standingOf),
        blockers: blockers.length,
        signedBy: signature?.by ?? null,
      }),
      next: next && stepView(next, blockers, member, review),
      mayRequestChanges: can(member.role, WAYS["request-changes"].may) && stateAllows("request-changes", facts),
      mayReview: can(member.role, "answers.review") && areAnswersOpen(assessment.state),
      mayAnswer: can(member.role, "answers.write") && areAnswersOpen(assessment.state),
      questions: review.questions.map((line) => questionView(line, standing, open, member)),
      toSign: {
        ...summaryOf(standing, review),
        seen: ready ? digestOf(await contentToSign(work, member, standing, review)) : null,
      },
      signature: signature && {
        ...{ digest: signature.digest, by: signature.by, at: signature.at.toISOString(), log: signature.log },
      },
      log: entries.map(({ number, at, who, kind, details, hash }) => ({
        ...{ number, at, who: who.name, kind, says: sayEntry(kind, details), hash },
      })),
    };
  },
);

export type ReviewView = Awaited<ReturnType<typeof readReview>>;

const STEP_QUESTIONS: Record<Step, string> = {
  submit: "What keeps it from being submitted",
  "request-changes": "What keeps it from being sent back",
  accept: "What keeps it from being accepted",
  sign: "What keeps it from being signed",
};

function stepView(step: Step, blockers: readonly Blocker[], member: ActingMember, review: LoadedReview) {
  return {
    step,
    question: STEP_QUESTIONS[step],
    /** Names of the members who may take it. */
    takers: review.members.filter(({ role }) => can(role, WAYS[step].may)).map(({ name }) => name),
    allowed: can(member.role, WAYS[step].may),
    blockers: blockers.map((blocker) => ({
      kind: blocker.kind,
      says: sayBlocker(blocker, step),
      questions: "questions" in blocker ? blocker.questions : [],
    })),
  };
}

function stateAllows(step: Step, facts: Facts): boolean {
  return !blockersOf(step, facts, "any reason").some(({ kind }) => kind === "state");
}

function questionView(
  line: LoadedReview["questions"][number],
  { clusters }: Standing,
  open: readonly StandingContradiction[],
  member: ActingMember,
) {
  const { question, answer, leftOpen, review } = line;
  const asWorkflow = reviewedQuestion(line);
  const verdicts = clusters.flatMap(({ verdicts: of }) =>
    of.verdicts.flatMap((verdict) =>
      verdict.control === question.control ? [{ cluster: of.clusterName, verdict }] : [],
    ),
  );
  return {
    id: question.id,
    asks: question.asks,
    why: question.why,
    standing: standingOf(asWorkflow),
    mayReview: mayReviewAnswer(asWorkflow, member.userId),
    answer: answer && {
      maturity: answer.maturity,
      level: answer.maturity === null ? null : question.levels[answer.maturity],
      comment: answer.comment,
      confidence: answer.confidence,
      version: answer.version,
      by: answer.by,
      at: answer.at.toISOString(),
    },
    leftOpen: leftOpen && { reason: leftOpen.reason, by: leftOpen.by, at: leftOpen.at.toISOString() },
    review: review && {
      ...{ verdict: review.verdict, version: review.version, reason: review.reason },
      ...{ by: review.by, at: review.at.toISOString() },
    },
    /** What a machine saw, one line a cluster. */
    seen: verdicts.flatMap(({ cluster, verdict }) =>
      verdict.evidence
        .filter(({ strength, stale }) => strength !== "attested" && !stale)
        .map(({ says, at }) => ({ cluster, says, at })),
    ),
    /** Those that nobody has settled. */
    contradictions: open.flatMap(({ control, cluster, sentence }) =>
      control === question.control ? [{ cluster, says: sentence }] : [],
    ),
  };
}

/** What a signer is shown before signing, and everybody after. */
function summaryOf(standing: Standing, review: LoadedReview) {
  const { card, findings, clusters } = standing;
  return {
    headline: headline(catalogOf(standing), card, findings),
    own: card.overall.own,
    assured: card.overall.assured,
    catalogue: standing.catalogue.version,
    answers: review.questions.filter(({ answer }) => answer !== null).length,
    notApplicable: review.questions.filter(({ answer }) => answer?.notApplicable).length,
    leftOpen: review.questions.flatMap(({ question, leftOpen }) =>
      leftOpen ? [{ question: question.id, asks: question.asks, reason: leftOpen.reason }] : [],
    ),
    scans: clusters.map(({ profile, scan }) => ({ cluster: profile.name, at: scan?.at.toISOString() ?? null })),
    findings: findings.length,
  };
}
