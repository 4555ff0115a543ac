import "server-only";
import { createHash } from "node:crypto";
import type { ActingMember } from "#lib/access/actor.ts";
import { standingOfItem } from "#lib/evidence/items/validity.ts";
import { heatMap } from "#lib/maps/heat-map.ts";
import { layersMap } from "#lib/maps/layers-map.ts";
import { type ApprovedPlan, costOf } from "#lib/planning/approved-plan.ts";
import { sayDecision } from "#lib/presentation/sentences-of-contradictions.ts";
import { headline } from "#lib/presentation/sentences-of-scores.ts";
import { buildReport, digestInput } from "#lib/report/build-report.ts";
import type { ReportApproval, ReportEvidence, ReportModel } from "#lib/report/report.ts";
import { listEvidence } from "#lib/server/db/evidence-items.ts";
import { listApprovals } from "#lib/server/db/roadmap-approvals.ts";
import { findLatestRoadmap } from "#lib/server/db/roadmaps.ts";
import type { SignatureRow } from "#lib/server/db/signatures.ts";
import { findSnapshot } from "#lib/server/db/snapshots.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";
import { catalogOf, loadStanding, type Standing } from "../assessments/load-standing.ts";
import { ledgerOf } from "../contradictions/load-ledger.ts";
import { answersOf } from "./answers-of.ts";

/** What every deliverable of an assessment is made from, as it stands now. The same state gives the same digest. */
export async function assembleReport(
  work: Work,
  member: ActingMember,
  assessment: string,
  consultancy: string | null,
): Promise<ReportModel> {
  const standing = await loadStanding(work, assessment, member.scanMaxAgeDays);
  const stored = await findLatestRoadmap(work, assessment);
  const [approval] = await listApprovals(work, assessment);
  const clusters = [];
  for (const { profile, scan } of standing.clusters) {
    const snapshot = scan && (await findSnapshot(work, scan.snapshotId));
    const distribution = standing.assessment.clusters.find((cluster) => cluster.id === profile.id)?.distribution ?? "";
    clusters.push({
      name: profile.name,
      distribution,
      kubernetesVersion: snapshot?.kubernetesVersion ?? "",
      criticality: profile.criticality,
      dataSensitivity: profile.dataSensitivity,
      scannedAt: scan?.at.toISOString() ?? null,
      objects: snapshot?.objectTotal ?? 0,
    });
  }
  const model = buildReport({
    organization: member.organizationName,
    assessment: standing.assessment.name,
    date: standing.at.slice(0, 10),
    version: stored?.version ?? 0,
    preparedBy: consultancy ? `${member.name}, ${consultancy}` : member.name,
    ...(standing.signature ? { signed: signedOf(standing.signature) } : {}),
    ...(approval ? { approved: approvalOf(approval.content, approval.digest) } : {}),
    clusters,
    scores: standing.card,
    layersMap: layersMap(catalogOf(standing), standing.card, standing.findings),
    heatMap: heatMap(catalogOf(standing), standing.card),
    initiatives: stored?.initiatives ?? standing.initiatives,
    ...(standing.unestimated?.length ? { unestimated: standing.unestimated } : {}),
    // Who is away when is for the planner, not for whoever gets the report.
    roadmap: stored ? { ...stored.roadmap, team: undefined } : null,
    findings: standing.findings.filter((finding) => finding.maturity !== null),
    uncharted: standing.findings.filter((finding) => finding.maturity === null),
    headline: headline(catalogOf(standing), standing.card, standing.findings),
    contradictions: contradictionsOf(standing),
    evidence: await evidenceOf(work, standing),
    answers: answersOf(standing),
  });
  return { ...model, digest: createHash("sha256").update(digestInput(model)).digest("hex") };
}

function approvalOf({ version, by, at, budget, note, accepted }: ApprovedPlan, digest: string): ReportApproval {
  const amount = costOf(budget);
  return {
    ...{ version, by: by.name, at, days: budget.days, note, digest },
    ...(amount !== null && budget.rate ? { cost: { amount, currency: budget.rate.currency } } : {}),
    accepted: accepted.map(({ title, risk, owner, reason, endsOn }) => ({
      title,
      risk,
      owner: owner.name,
      reason,
      endsOn,
    })),
  };
}

function signedOf({ by, at, digest, log }: SignatureRow): ReportModel["signed"] {
  return { by, at: at.toISOString(), digest, log };
}

async function evidenceOf(work: Work, { assessment, at }: Standing): Promise<ReportEvidence[]> {
  const items = await listEvidence(work, assessment.id);
  return items.map(({ withdrawn, fileName, url, command, ...item }) => {
    const { question, kind, title, observedOn, validUntil, sha256, by } = item;
    return {
      ...{ question, kind, title, observedOn, validUntil, sha256, by },
      source: fileName || url || command,
      standing: standingOfItem({ validUntil, withdrawn }, at.slice(0, 10)),
      withdrawn: withdrawn ? `${withdrawn.by}, ${withdrawn.at.slice(0, 10)}: ${withdrawn.reason}` : "",
    };
  });
}

function contradictionsOf(standing: Standing): ReportModel["contradictions"] {
  const names = new Map(standing.clusters.map(({ profile }) => [profile.id, profile.name]));
  return ledgerOf(standing).flatMap(({ control, clusterId, now, standing: { is }, decisions }) => {
    const sentence = now?.sentence ?? decisions[0]?.sentence;
    if (!sentence) return [];
    return [{ control, sentence, cluster: names.get(clusterId), standing: is, decisions: decisions.map(sayDecision) }];
  });
}
