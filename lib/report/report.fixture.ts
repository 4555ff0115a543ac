import { CATALOG } from "#lib/catalog/catalog.ts";
import { heatMap } from "#lib/maps/heat-map.ts";
import { layersMap } from "#lib/maps/layers-map.ts";
import type { Initiative } from "#lib/planning/initiative.ts";
import type { Finding } from "#lib/scoring/finding.ts";
import { buildReport } from "./build-report.ts";
import { CLUSTERS } from "./fixture/clusters.ts";
import { chartedFindings, unchartedFindings } from "./fixture/findings.ts";
import { initiativesOf } from "./fixture/initiatives.ts";
import { roadmapOf } from "./fixture/roadmap.ts";
import { scoreCardOf } from "./fixture/scores.ts";
import type { ReportModel } from "./report.ts";

const CONTRADICTIONS: ReportModel["contradictions"] = [
  {
    control: "default-deny",
    sentence:
      "On payments-eu the answer says that default deny is enforced (3); the scan of 18 Jan 2027 shows 15 of 18 namespaces without any policy.",
    cluster: "payments-eu",
    standing: "open",
    decisions: [],
  },
  {
    control: "no-root",
    sentence:
      "On channels-eu the answer says that nothing runs as root (4); the scan of 18 Jan 2027 shows 97 of 132 workloads that may.",
    cluster: "channels-eu",
    standing: "settled",
    decisions: [
      "Claim kept by R. Okafor on 20 Jan 2027: the base image drops root before it listens.",
      "Opened again by R. Okafor on 19 Jan 2027: the reason was missing.",
    ],
  },
  {
    control: "images-pinned",
    sentence:
      "On payments-eu the answer says that images are named by digest (3); the scan of 18 Jan 2027 shows 70 of 74 named by tag.",
  },
];

const ANSWERS: NonNullable<ReportModel["answers"]> = [
  {
    ...{ question: "egress-is-listed-q1", dimension: "Security", concern: "Network policies", version: 2 },
    asks: "Which places may a pod send data to?",
    ...{ level: 2, says: "Some namespaces have a list", comment: "=payments only", confidence: "high" },
    ...{ by: "Ada Byron", at: "2027-01-12T09:30:00.000Z", standing: "counts" },
  },
  {
    ...{ question: "given-up-q1", dimension: "", concern: "", version: 1, asks: "" },
    ...{ level: null, says: "Does not apply", comment: "no such thing here", confidence: "medium" },
    ...{ by: "Ben Field", at: "2027-01-13T09:30:00.000Z", standing: "not-asked" },
  },
];
const UNESTIMATED: NonNullable<ReportModel["unestimated"]> = [
  {
    ...{ id: "own-work-00c0ffee", remedy: "own-work-00c0ffee", title: "Leave the data centre of Lyon", layer: "cloud" },
    ...{ concerns: [], dimensions: ["architecture"], findings: [], clusters: [], risk: 9, skill: "cloud", after: [] },
    ...{ things: 1, thing: "cluster", steps: ["Ask the landlord"], riskOfDoing: "", rollback: "", verifiedBy: [] },
    own: { by: "R. Okafor", reason: "the contract ends", risk: 9 },
  },
];
const APPROVED: NonNullable<ReportModel["approved"]> = {
  ...{ version: 2, by: "Ines Moreau", at: "2027-01-21T15:00:00.000Z", days: 420, note: "As presented to the board." },
  cost: { amount: 399_000, currency: "EUR" },
  digest: "0c4c2e8f7f5a1b03d1c7a55a9e0a3d6b8f1e2d3c4b5a69788796a5b4c3d2e1f0",
  accepted: [
    {
      ...{ title: "Isolate untrusted code in sandboxes", risk: 12, owner: "R. Okafor", endsOn: "2027-06-30" },
      reason: "The vendor's code is read before each release until its runtime supports a sandbox.",
    },
  ],
};
const EVIDENCE: NonNullable<ReportModel["evidence"]> = [
  {
    ...{ question: "backups-restored-q1", kind: "file", title: "Protocol of the restore test" },
    ...{ source: "restore test.pdf", observedOn: "2026-12-03", validUntil: "2027-03-03", standing: "valid" },
    ...{ sha256: "7d865e959b2466918c9863afca942d0fb89d7c9ac0c99bafc3749504ded97730", by: "R. Okafor", withdrawn: "" },
  },
  {
    ...{ question: "default-deny-q1", kind: "command", title: "Policies by namespace", by: "L. Brandt" },
    ...{ source: "kubectl get networkpolicies -A", observedOn: "2026-09-01", validUntil: "2026-11-30" },
    ...{ standing: "ended", withdrawn: "" },
    sha256: "b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c",
  },
];

/** A bank with three clusters, two of them scanned: some sixty findings, twenty-two initiatives, four plans. */
export function reportFixture(): ReportModel {
  return assemble(chartedFindings(), unchartedFindings());
}

function assemble(findings: Finding[], uncharted: Finding[]): ReportModel {
  const scores = scoreCardOf([...findings, ...uncharted]);
  const initiatives = initiativesOf(findings);
  const riskAtStart = findings.reduce((sum, finding) => sum + finding.risk.points, 0);
  return {
    ...buildReport({
      organization: "Harbour & Lane Bank",
      assessment: "Baseline, winter 2027",
      date: "2027-01-25",
      version: 3,
      preparedBy: "Northlight Consulting",
      clusters: CLUSTERS,
      headline:
        "The cloud layer holds everything down: pods reach the cloud account, and the API server answers the internet",
      scores,
      layersMap: layersMap(CATALOG, scores, [...findings, ...uncharted]),
      heatMap: heatMap(CATALOG, scores),
      initiatives,
      unestimated: UNESTIMATED,
      roadmap: roadmapOf(initiatives, riskAtStart),
      findings,
      uncharted,
      contradictions: CONTRADICTIONS,
      approved: APPROVED,
      evidence: EVIDENCE,
      answers: ANSWERS,
    }),
    digest: "5b1c0e9a7d42f3868e0b9a6c1d57f2e4a83b60c9d21e4f7758ac03b96e1d4f20",
  };
}

/** Before anybody looked: no finding that rests on evidence, no roadmap, everything uncharted. */
export function emptyReportFixture(): ReportModel {
  const full = reportFixture();
  const uncharted = [...full.findings, ...full.uncharted].map((finding) => ({
    ...finding,
    maturity: null,
    sample: [],
    affected: 0,
    lookedAt: 0,
  }));
  const unseen = <T extends { score: { weight: number } }>(part: T) => ({
    ...part,
    score: { low: 0, high: 100, coverage: 0, weight: part.score.weight },
  });
  const layers = full.scores.layers.map((layer) => ({
    ...layer,
    own: unseen({ score: layer.own }).score,
    assured: unseen({ score: layer.assured }).score,
    heldBy: null,
  }));
  const nothing = { low: 0, high: 100, coverage: 0, weight: 1 };
  const scores = {
    ...full.scores,
    overall: { ...full.scores.overall, own: nothing, assured: nothing },
    layers,
    concerns: full.scores.concerns.map(unseen),
    dimensions: full.scores.dimensions.map(unseen),
    cells: full.scores.cells.map((cell) => (cell.score ? { ...cell, score: { ...nothing }, worst: null } : cell)),
  };
  const map = layersMap(CATALOG, scores, []);
  return {
    ...buildReport({
      ...full,
      headline: "Nothing is charted yet",
      scores,
      layersMap: map,
      heatMap: heatMap(CATALOG, scores),
      initiatives: [],
      roadmap: null,
      findings: [],
      uncharted,
      contradictions: [],
      clusters: [],
    }),
    digest: full.digest,
  };
}

/** The same report many times over, with ids and titles of their own: for the limits of time and paper. */
export function largeReportFixture(findings: number, initiatives: number): ReportModel {
  const full = reportFixture();
  const roadmap = full.roadmap;
  const manyInitiatives: Initiative[] = Array.from({ length: initiatives }, (_, i) => {
    const from = full.initiatives[i % full.initiatives.length];
    if (!from) throw new Error("the fixture has initiatives");
    return { ...from, id: `${from.id}-${i}`, title: `${from.title} ${i + 1}`, after: [] };
  });
  const manyFindings: Finding[] = Array.from({ length: findings }, (_, i) => {
    const from = full.findings[i % full.findings.length];
    if (!from) throw new Error("the fixture has findings");
    return { ...from, id: `${from.id}-${i}`, title: `${from.title} ${i + 1}` };
  });
  const plans = roadmap?.plans.map((plan) => ({
    ...plan,
    items: manyInitiatives
      .filter((_, i) => i % 4 === plan.quarter - 1)
      .map((initiative, i) => ({
        initiative: initiative.id,
        quarter: plan.quarter,
        startWeek: 1 + (i % 10),
        endWeek: 3 + (i % 10),
        owner: null,
      })),
    exitCriteria: manyInitiatives
      .filter((_, i) => i % 4 === plan.quarter - 1)
      .map(({ id, verifiedBy }) => ({ initiative: id, checks: verifiedBy })),
  }));
  return {
    ...full,
    initiatives: manyInitiatives,
    findings: manyFindings,
    roadmap: roadmap ? { ...roadmap, plans: plans ?? [], left: [] } : null,
  };
}
