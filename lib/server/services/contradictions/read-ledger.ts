import { can } from "#lib/access/permissions.ts";
import type { ConcernId, DimensionId, LayerId } from "#lib/catalog/framework.ts";
import { AssessmentId } from "#lib/contracts/inputs.ts";
import type { ControlVerdict } from "#lib/evidence/evidence.ts";
import type { LedgerLine } from "#lib/evidence/ledger/ledger.ts";
import { catalogOf, loadStanding } from "../assessments/load-standing.ts";
import { verb } from "../verb.ts";
import { ledgerOf } from "./load-ledger.ts";

export type LedgerView = LedgerLine & {
  clusterName: string;
  title: string;
  layer: LayerId;
  concern: ConcernId | null;
  dimension: DimensionId;
  /** Who claims it: the answers about the control, each with the level in its question's words. */
  claims: { question: string; asks: string; level: string; comment: string; by: string; at: string }[];
  /** What was seen, strongest and newest first. */
  seen: { says: string; at: string; scan: string }[];
};

/** The contradictions of an assessment: open ones first, then what is settled, then what no longer differs. */
export const readLedger = verb(
  { name: "contradictions.read-ledger", may: "assessments.read", input: AssessmentId },
  async (work, input, member) => {
    const standing = await loadStanding(work, input.assessment, member.scanMaxAgeDays);
    const catalog = catalogOf(standing);
    const controls = new Map(catalog.controls.map((control) => [control.id, control]));
    const lines = ledgerOf(standing).flatMap((line): LedgerView[] => {
      const control = controls.get(line.control);
      const cluster = standing.clusters.find(({ profile }) => profile.id === line.clusterId);
      if (!control || !cluster) return [];
      const { title, layer, concern, dimension } = control;
      const verdict = cluster.verdicts.verdicts.find((each) => each.control === line.control);
      const seen = whatWasSeen(verdict?.evidence ?? []);
      const claims = claimsOf(standing, line.control);
      return [{ ...line, clusterName: cluster.profile.name, title, layer, concern, dimension, claims, seen }];
    });
    const rank = { open: 0, settled: 1, gone: 2 };
    return {
      assessment: { id: standing.assessment.id, name: standing.assessment.name },
      at: standing.at,
      lines: lines.toSorted((a, b) => rank[a.standing.is] - rank[b.standing.is]),
      concerns: catalog.concerns.map(({ id, title }) => ({ id, title })),
      dimensions: catalog.dimensions.map(({ id, title }) => ({ id, title })),
      maySettle: can(member.role, "answers.write") && standing.signature === null,
    };
  },
);

function whatWasSeen(evidence: ControlVerdict["evidence"]): LedgerView["seen"] {
  return evidence.flatMap(({ source, stale, says, at }) =>
    source.kind === "scan" && !stale ? [{ says, at, scan: source.scanId }] : [],
  );
}

function claimsOf(standing: Awaited<ReturnType<typeof loadStanding>>, control: string): LedgerView["claims"] {
  const asked = new Map(
    standing.catalogue.asked.filter((each) => each.control === control).map((each) => [each.id, each]),
  );
  return standing.answers.flatMap(({ question, maturity, comment, by, at }) => {
    const found = asked.get(question);
    if (!found) return [];
    const level = maturity === null ? "Does not apply" : `${maturity} · ${found.levels[maturity]}`;
    return [{ question, asks: found.asks, level, comment, by, at: at.toISOString() }];
  });
}
