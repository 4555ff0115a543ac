import { can } from "#lib/access/permissions.ts";
import { CATALOG } from "#lib/catalog/catalog.ts";
import { FindingId } from "#lib/contracts/inputs.ts";
import { sayDecision } from "#lib/presentation/sentences-of-contradictions.ts";
import { loadStanding, type Standing } from "../assessments/load-standing.ts";
import { ledgerOf } from "../contradictions/load-ledger.ts";
import { notFound, verb } from "../verb.ts";

/** One finding with its evidence, the control behind it and the initiative that closes it. */
export const readFinding = verb(
  { name: "findings.read-finding", may: "assessments.read", input: FindingId },
  async (work, input, member) => {
    const standing = await loadStanding(work, input.assessment, member.scanMaxAgeDays);
    const finding = standing.findings.find((each) => each.id === input.finding);
    if (!finding) throw notFound();
    const cluster = standing.clusters.find(({ profile }) => profile.id === finding.clusterId);
    const verdict = cluster?.verdicts.verdicts.find((each) => each.control === finding.control) ?? null;
    const control = CATALOG.controls.find((each) => each.id === finding.control) ?? null;
    return {
      assessment: { id: standing.assessment.id, name: standing.assessment.name },
      finding,
      control,
      evidence: verdict?.evidence ?? [],
      contradiction: verdict?.contradiction ?? null,
      decision: decisionAbout(standing, finding),
      scan: cluster?.scan ? { id: cluster.scan.id, cluster: cluster.profile.id } : null,
      mayOverride: can(member.role, "risk.override") && !standing.signature,
      initiative: standing.initiatives.find((initiative) => initiative.findings.includes(finding.id)) ?? null,
    };
  },
);

/** What was decided about its contradiction, as a sentence; null: it has none, or it is open. */
function decisionAbout(
  standing: Standing,
  { clusterId, control }: { clusterId: string; control: string },
): string | null {
  const line = ledgerOf(standing).find((each) => each.clusterId === clusterId && each.control === control);
  const [last] = line?.decisions ?? [];
  return line?.standing.is === "settled" && last ? sayDecision(last) : null;
}
