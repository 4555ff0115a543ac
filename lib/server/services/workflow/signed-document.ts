import type { Anchor } from "#lib/workflow/log-entry.ts";
import type { Standing } from "../assessments/load-standing.ts";
import type { ContentToSign } from "./content-to-sign.ts";

/** The document that is signed. Another shape gets another format, and `thawStanding` goes on reading this one. */
export type SignedDocument = ContentToSign & {
  format: "chartroom-assessment/1";
  /** The log before the entry of the signing. */
  log: Anchor;
  signed: { at: string; by: { id: string; name: string; role: string } };
  /** Where the assessment stood, whole: pages and reports of a signed assessment are drawn from this, whatever comes after. */
  standing: unknown;
};

/** A standing as plain JSON. */
export function freezeStanding({ signature: _, ...standing }: Standing): unknown {
  return JSON.parse(JSON.stringify(standing));
}

/** What `freezeStanding` froze. */
export function thawStanding(document: string, signature: Standing["signature"]): Standing {
  const { standing } = JSON.parse(document) as { standing: Standing };
  const clusters = standing.clusters.map((cluster) => ({
    ...cluster,
    scan: cluster.scan && { ...cluster.scan, at: new Date(cluster.scan.at) },
  }));
  const answers = standing.answers.map((answer) => ({ ...answer, at: new Date(answer.at) }));
  const assessment = {
    ...standing.assessment,
    state: "signed" as const,
    createdAt: new Date(standing.assessment.createdAt),
    clusters: standing.assessment.clusters.map((cluster) => ({ ...cluster, createdAt: new Date(cluster.createdAt) })),
  };
  // What was signed before there was a ledger has no decisions.
  return { ...standing, decisions: standing.decisions ?? [], assessment, answers, clusters, signature };
}
