import type { HeatMap, LayersMap } from "#lib/maps/geometry.ts";
import type { Initiative, Unestimated } from "#lib/planning/initiative.ts";
import type { Roadmap } from "#lib/planning/roadmap.ts";
import type { Finding } from "#lib/scoring/finding.ts";
import type { ScoreCard } from "#lib/scoring/score.ts";

/** What a roadmap report says, in order; render/ decides how it looks. Plain data, so that its digest is stable. */
export type ReportModel = {
  organization: string;
  assessment: string;
  /** ISO date of the state that it reports. */
  date: string;
  version: number;
  /** SHA-256 of the model without this field, hex; printed on every page. Filled by the caller. */
  digest: string;
  preparedBy: string;
  /** Absent: not signed. `digest`: of the signed document; `log`: how many entries its log has, and the last one's hash. */
  signed?: { by: string; at: string; digest: string; log: { count: number; hash: string } };
  /** Absent: no version of the roadmap is approved. The one in force, which may be older than the one that is reported. */
  approved?: ReportApproval;
  clusters: {
    name: string;
    distribution: string;
    kubernetesVersion: string;
    criticality: number;
    dataSensitivity: number;
    scannedAt: string | null;
    objects: number;
  }[];
  /** Headline sentence: the finding of the whole assessment. */
  headline: string;
  /** Three to five sentences for the one-page summary. */
  summary: string[];
  scores: ScoreCard;
  layersMap: LayersMap;
  heatMap: HeatMap;
  initiatives: Initiative[];
  /** What nobody has estimated; absent where there is none. */
  unestimated?: Unestimated[];
  roadmap: Roadmap | null;
  findings: Finding[];
  /** Findings without evidence. */
  uncharted: Finding[];
  contradictions: ReportContradiction[];
  /** Absent in reports of before. */
  evidence?: ReportEvidence[];
  /** Absent in reports of before. */
  answers?: ReportAnswer[];
};

/** What a leader approved: a version of the roadmap, its budget, and the risks that were accepted with it. */
export type ReportApproval = {
  version: number;
  by: string;
  /** ISO 8601 */
  at: string;
  days: number;
  /** What the budget is in money; absent where nobody said what a day costs. */
  cost?: { amount: number; currency: string };
  note: string;
  digest: string;
  accepted: { title: string; risk: number; owner: string; reason: string; endsOn: string }[];
};

/** What somebody answered, whole. */
export type ReportAnswer = {
  question: string;
  /** Titles; "" where the question is no longer in the catalogue, or of no concern. */
  dimension: string;
  concern: string;
  asks: string;
  /** null: it does not apply. */
  level: number | null;
  /** The level in the question's words. */
  says: string;
  comment: string;
  confidence: "low" | "medium" | "high";
  by: string;
  /** ISO 8601 */
  at: string;
  version: number;
  standing: "counts" | "to-confirm" | "not-asked";
};

/** What somebody brought for a question, so that whoever has the report can ask for it and compare the hash. */
export type ReportEvidence = {
  question: string;
  kind: "file" | "link" | "command";
  title: string;
  /** File name, address or command. */
  source: string;
  /** ISO dates */
  observedOn: string;
  validUntil: string;
  standing: "valid" | "ended" | "withdrawn";
  sha256: string;
  by: string;
  /** Who withdrew it and why; "" where nobody did. */
  withdrawn: string;
};

/** Where an answer and the evidence of a cluster differ, or did when somebody decided about it. */
export type ReportContradiction = {
  control: string;
  sentence: string;
  /** Name of the cluster that it was seen on. */
  cluster?: string;
  /** Absent: open. */
  standing?: "open" | "settled" | "gone";
  /** What was decided, newest first, each as a sentence that names who and when. */
  decisions?: string[];
};
