import "server-only";
import { CATALOG } from "#lib/catalog/catalog.ts";
import type { Catalog, Question } from "#lib/catalog/control.ts";
import { withOwn } from "#lib/catalog/own/own-catalog.ts";
import type { OwnContent } from "#lib/catalog/own/own-content.ts";
import type { AcceptedExtent } from "#lib/evidence/accepted-extents.ts";
import type { Answer, ClusterVerdicts, Evidence } from "#lib/evidence/evidence.ts";
import { leaveOut } from "#lib/evidence/leave-out.ts";
import type { Decision } from "#lib/evidence/ledger/decision.ts";
import { mergeEvidence } from "#lib/evidence/merge-evidence.ts";
import { findWork } from "#lib/planning/find-initiatives.ts";
import type { Initiative, Unestimated } from "#lib/planning/initiative.ts";
import { learnEffort } from "#lib/planning/learn-effort.ts";
import type { OwnInitiative } from "#lib/planning/own-initiative.ts";
import { acceptFindings } from "#lib/scoring/accept-findings.ts";
import { findFindings } from "#lib/scoring/find-findings.ts";
import type { ClusterProfile, Finding } from "#lib/scoring/finding.ts";
import type { ScoreCard } from "#lib/scoring/score.ts";
import { scoreAssessment } from "#lib/scoring/score-assessment.ts";
import { type AnswerRow, listAnswers } from "#lib/server/db/answers.ts";
import { type AssessmentRow, findAssessment } from "#lib/server/db/assessments.ts";
import { listDecisions } from "#lib/server/db/contradiction-decisions.ts";
import { listTook } from "#lib/server/db/initiative-progress.ts";
import { listOverrides, type OverrideRow } from "#lib/server/db/overrides.ts";
import { findOwnContent } from "#lib/server/db/own-contents.ts";
import { listOwnInitiatives } from "#lib/server/db/own-initiatives.ts";
import { newestVoices, type ScanVoice } from "#lib/server/db/scans.ts";
import { findSignedDocument, type SignatureRow } from "#lib/server/db/signatures.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { loadAcceptedExtents } from "../exceptions/exceptions-in-force.ts";
import { notFound } from "../verb.ts";
import { thawStanding } from "../workflow/signed-document.ts";
import { type Asked, type LeftOutQuestion, loadAsked } from "./load-asked.ts";

/** Where an assessment stands: everything that follows from its evidence, computed anew until it is signed, frozen then. */
export type Standing = {
  /** Who signed it; null: nobody yet. */
  signature: SignatureRow | null;
  /** The questions as they are asked, or were when it was signed. */
  catalogue: { version: string; asked: readonly Question[]; leftOut?: readonly LeftOutQuestion[] };
  /** What the organization adds to the catalogue; absent in what was signed before it could. */
  own?: OwnContent;
  assessment: AssessmentRow;
  at: string;
  answers: AnswerRow[];
  overrides: OverrideRow[];
  /** What was decided about contradictions. */
  decisions: Decision[];
  clusters: { profile: ClusterProfile; scan: ScanVoice | null; verdicts: ClusterVerdicts; evidence: Evidence[] }[];
  card: ScoreCard;
  findings: Finding[];
  initiatives: Initiative[];
  /** What nobody has estimated; absent in what was signed before there could be such work. */
  unestimated?: Unestimated[];
};

export async function loadStanding(work: Work, assessmentId: string, scanMaxAgeDays: number): Promise<Standing> {
  const assessment = await findAssessment(work, assessmentId);
  if (!assessment) throw notFound();
  if (assessment.state === "signed") {
    const signed = await findSignedDocument(work, assessmentId);
    if (!signed) throw notFound();
    const { document, ...signature } = signed;
    return thawStanding(document, signature);
  }
  const scans = await newestVoices(
    work,
    assessment.clusters.map(({ id }) => id),
  );
  const at = now().toISOString();
  const accepted = await loadAcceptedExtents(work, scans, at);
  const [answers, overrides] = [await listAnswers(work, assessmentId), await listOverrides(work, assessmentId)];
  const decisions = await listDecisions(work, assessmentId);
  const own = await findOwnContent(work, assessment.ownContent);
  const asked = await loadAsked(work, withOwn(CATALOG, own), assessment, answers);
  const learned = learnEffort(await listTook(work));
  const ownWork = await listOwnInitiatives(work, assessmentId);
  return chartStanding({
    ...{ assessment, own, ownWork, asked, scans, accepted, answers, overrides, decisions, learned, at, scanMaxAgeDays },
  });
}

type Loaded = Pick<Standing, "assessment" | "answers" | "overrides" | "decisions" | "at"> & {
  own: OwnContent;
  asked: Asked;
  scans: ScanVoice[];
  /** By cluster and control. */
  accepted: ReadonlyMap<string, ReadonlyMap<string, AcceptedExtent>>;
  /** What earlier work of the organization taught about estimates. */
  learned: ReturnType<typeof learnEffort>;
  /** What people added to do. */
  ownWork: OwnInitiative[];
  scanMaxAgeDays: number;
};

function chartStanding(loaded: Loaded): Standing {
  const { assessment, own, asked, answers, overrides, at } = loaded;
  const catalog = withOwn(CATALOG, own);
  const controlOf = new Map(catalog.questions.map((question) => [question.id, question.control]));
  const said = answers.map((row) => toAnswer(row, controlOf)).filter((answer) => answer !== null);
  const risks = new Map(
    overrides
      .filter((override) => override.of === "risk")
      .map(({ subject, value, reason, by, at: setAt }) => [subject, { points: value, reason, by, at: setAt }]),
  );
  const clusters = assessment.clusters.map((cluster) => {
    const scan = loaded.scans.find(({ clusterId }) => clusterId === cluster.id) ?? null;
    const profile = {
      id: cluster.id,
      name: cluster.name,
      criticality: cluster.criticality,
      dataSensitivity: cluster.dataSensitivity,
    } as ClusterProfile;
    const evidence = scan?.evidence ?? [];
    const merged = mergeEvidence(
      catalog,
      { clusterId: cluster.id, clusterName: cluster.name },
      { evidence, answers: said },
      at,
      { scanMaxAgeDays: loaded.scanMaxAgeDays },
    );
    const verdicts = leaveOut(merged, asked.byCluster.get(cluster.id) ?? new Map(), asked.onAll);
    return { profile, scan, verdicts, evidence };
  });
  const findings = clusters.flatMap(({ profile, scan, verdicts }) =>
    acceptFindings(
      findFindings(catalog, profile, verdicts, scan?.exposure ?? {}, risks),
      loaded.accepted.get(profile.id) ?? new Map(),
    ),
  );
  const efforts = new Map(
    overrides
      .filter((override) => override.of === "effort")
      .map(({ subject, value, reason, by, at: setAt }) => [subject, { days: value, reason, by, at: setAt }]),
  );
  return {
    signature: null,
    own,
    catalogue: { version: CATALOG.version, asked: asked.asked, leftOut: asked.leftOut },
    assessment,
    at,
    answers,
    overrides,
    decisions: loaded.decisions,
    clusters,
    card: scoreAssessment(
      catalog,
      clusters.map(({ profile, verdicts }) => ({ profile, verdicts })),
      findings,
    ),
    findings,
    ...findWork(catalog, findings, { overrides: efforts, learned: loaded.learned, own: loaded.ownWork }),
  };
}

function toAnswer(row: AnswerRow, controlOf: ReadonlyMap<string, string>): Answer | null {
  const control = controlOf.get(row.question);
  // An answer to a question that the catalogue no longer asks is kept, and speaks no more.
  if (!control || (row.maturity === null && !row.notApplicable)) return null;
  // It answered another question than the one that is asked now: until somebody confirms it, it says nothing.
  if (row.reworded) return null;
  return {
    id: row.id,
    question: row.question,
    control,
    maturity: row.maturity,
    comment: row.comment,
    confidence: row.confidence,
    by: row.by,
    at: row.at.toISOString(),
  };
}

/** The catalogue that a standing follows from. */
export function catalogOf({ own }: Pick<Standing, "own">): Catalog {
  return own ? withOwn(CATALOG, own) : CATALOG;
}
