import "server-only";
import type { ActingMember } from "#lib/access/actor.ts";
import { MATURITY_NAMES } from "#lib/catalog/control.ts";
import { listEvidence } from "#lib/server/db/evidence-items.ts";
import { findSnapshot } from "#lib/server/db/snapshots.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";
import type { Standing } from "../assessments/load-standing.ts";
import type { LoadedReview } from "./load-review.ts";

/**
 * Everything that a signature is about, as plain data: the words of the questions as they were asked, the answers with
 * their versions and who accepted them, what is left open, overrides, scans, and the scores that follow. It says nothing
 * of the moment, so that the same content has the same digest.
 */
export type ContentToSign = Awaited<ReturnType<typeof contentToSign>>;

export async function contentToSign(work: Work, member: ActingMember, standing: Standing, review: LoadedReview) {
  const { assessment, card, overrides } = standing;
  return {
    organization: { id: member.organizationId, name: member.organizationName },
    assessment: {
      id: assessment.id,
      name: assessment.name,
      startsOn: assessment.startsOn,
      clusters: assessment.clusters.map(({ id, name, distribution, criticality, dataSensitivity }) => ({
        ...{ id, name, distribution, criticality, dataSensitivity },
      })),
    },
    catalogue: { version: standing.catalogue.version },
    questions: review.questions.map(signedQuestion),
    overrides: overrides.toSorted((a, b) => (`${a.of} ${a.subject}` < `${b.of} ${b.subject}` ? -1 : 1)),
    contradictions: { decisions: standing.decisions },
    evidence: await evidenceOf(work, assessment.id),
    scans: await scansOf(work, standing),
    scores: {
      overall: { own: card.overall.own, assured: card.overall.assured },
      layers: card.layers.map(({ layer, own, assured, heldBy }) => ({ layer, own, assured, heldBy })),
      concerns: card.concerns.map(({ concern, score }) => ({ concern, score })),
      dimensions: card.dimensions.map(({ dimension, score }) => ({ dimension, score })),
    },
    findings: standing.findings.map(({ id, maturity, level, risk }) => ({ id, maturity, level, points: risk.points })),
  };
}

/** What was brought for the questions, by its hash; withdrawn items with the reason. */
async function evidenceOf(work: Work, assessmentId: string) {
  return (await listEvidence(work, assessmentId)).map(
    ({ id, question, kind, title, observedOn, validUntil, sha256, bytes, by, at, withdrawn }) => ({
      ...{ id, question, kind, title, observedOn, validUntil, sha256, bytes, by, at, withdrawn },
    }),
  );
}

function signedQuestion({ question, answer, leftOpen, review }: LoadedReview["questions"][number]) {
  const accepted = answer && review?.verdict === "accepted" && review.version === answer.version ? review : null;
  return {
    id: question.id,
    control: question.control,
    asks: question.asks,
    answer: answer && {
      maturity: answer.maturity,
      says: answer.maturity === null ? "does not apply" : MATURITY_NAMES[answer.maturity],
      level: answer.maturity === null ? null : question.levels[answer.maturity],
      comment: answer.comment,
      confidence: answer.confidence,
      version: answer.version,
      by: { id: answer.byId, name: answer.by },
      at: answer.at.toISOString(),
    },
    acceptedBy: accepted && { id: accepted.byId, name: accepted.by, at: accepted.at.toISOString() },
    leftOpen: leftOpen && {
      reason: leftOpen.reason,
      by: { id: leftOpen.byId, name: leftOpen.by },
      at: leftOpen.at.toISOString(),
    },
  };
}

async function scansOf(work: Work, { clusters }: Standing) {
  const scans = [];
  for (const { profile, scan } of clusters) {
    if (!scan) continue;
    const snapshot = await findSnapshot(work, scan.snapshotId);
    const { id, at } = scan;
    scans.push({ cluster: profile.id, id, at: at.toISOString(), snapshot: { sha256: snapshot?.sha256 ?? null } });
  }
  return scans;
}
