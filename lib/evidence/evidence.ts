import type { Maturity } from "#lib/catalog/framework.ts";
import type { ResourceRef } from "#lib/kubernetes/object.ts";

/** observed (a scan of ours) > reported (another tool's report) > attested (a person's answer). */
export const STRENGTHS = ["attested", "reported", "observed"] as const;
export type Strength = (typeof STRENGTHS)[number];

/** Something that speaks about one control on one cluster. */
export type Evidence = {
  control: string;
  strength: Strength;
  /** The maturity that it speaks for; "not-applicable" takes the control's weight out. */
  maturity: Maturity | "not-applicable";
  /** When it was observed or said, ISO 8601. */
  at: string;
  /** Stale evidence is kept and shown, and counts as unknown. */
  stale: boolean;
  /** One sentence: what was seen or said ("14 of 31 workloads run privileged"). */
  says: string;
  source:
    | {
        kind: "scan";
        scanId: string;
        checks: CheckSight[];
        /** What looked; absent: not told. */
        tool?: Tool;
        /** Resources that fail and that were looked at over all its checks, each once. Absent: as good as the checks tell. */
        affected?: number;
        lookedAt?: number;
      }
    | { kind: "answer"; answerId: string; by: string; comment: string; confidence: "low" | "medium" | "high" };
};

/** What one check saw for a control, by resources. */
export type CheckSight = {
  check: string;
  fail: number;
  pass: number;
  notAssessable: number;
  reason?: string;
  /** Namespaces with failing resources, most first; absent: none, or not told. */
  namespaces?: readonly FailingNamespace[];
  /** How many namespaces more there are than are named. */
  moreNamespaces?: number;
  sample: SeenResource[];
};
/** A namespace with how many of its resources fail. */
export type FailingNamespace = { namespace: string; fail: number };

/** What looked, by its name and the version of its rules. */
export type Tool = { name: string; version: string };
export type SeenResource = { resource: ResourceRef; field: string; message: string };

/** An answer as the core takes it. maturity null: not applicable. */
export type Answer = {
  id: string;
  question: string;
  control: string;
  maturity: Maturity | null;
  comment: string;
  confidence: "low" | "medium" | "high";
  by: string;
  at: string;
};

export type Contradiction = {
  control: string;
  /** What a person said, and what was seen. */
  claimed: Maturity | "not-applicable";
  seen: Maturity;
  sentence: string;
};

/** What is believed about a control on one cluster, and why. */
export type ControlVerdict = {
  control: string;
  /** null: unknown (no fresh evidence), counts as a gap. */
  maturity: Maturity | null;
  /** False: a person with a reason, or a scan, says that it does not apply. */
  applicable: boolean;
  /** The voice that decided, absent when unknown. */
  decidedBy: Strength | null;
  evidence: Evidence[];
  /** What machines saw, whatever decided; null or absent: nothing. */
  seen?: Maturity | null;
  contradiction: Contradiction | null;
  /** Resources that fail (each once), and resources looked at, over all checks of the control. */
  affected: number;
  lookedAt: number;
  /** One sentence for people. */
  because: string;
};

/** All verdicts of one cluster: one for each control of the catalogue, in its order. */
export type ClusterVerdicts = { clusterId: string; clusterName: string; verdicts: ControlVerdict[] };

/** The answer that a scan proposes for a question, with what it rests on. */
export type Proposal = {
  question: string;
  control: string;
  maturity: Maturity;
  says: string;
  at: string;
  /** What looked, each once. */
  tools: readonly Tool[];
  sights: CheckSight[];
};
