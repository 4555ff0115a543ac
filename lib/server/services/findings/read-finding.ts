import { can } from "#lib/access/permissions.ts";
import { FindingId } from "#lib/contracts/inputs.ts";
import { sayDecision } from "#lib/presentation/sentences-of-contradictions.ts";
import { catalogOf, loadStanding } from "../assessments/load-standing.ts";
import { ledgerOf } from "../contradictions/load-ledger.ts";
import { notFound, verb } from "../verb.ts";

/** One finding with its evidence, the control behind it and the initiative that closes it. */
export const readFinding = verb(
  { name: "findings.read-finding", may: "assessments.read", input: FindingId },
  async (work, input, member) => {
    const standing = await loadStanding(work, input.assessment, member.scanMaxAgeDays);
    const catalog = catalogOf(standing);
    const finding = standing.findings.find((each) => each.id === input.finding);
    if (!finding) throw notFound();
    const cluster = standing.clusters.find(({ profile }) => profile.id === finding.clusterId);
    const verdict = cluster?.verdicts.verdicts.find((each) => each.control === finding.control) ?? null;
    const line = ledgerOf(standing).find(
      (each) => each.clusterId === finding.clusterId && each.control === finding.control,
    );
    const control = catalog.controls.find((each) => each.id === finding.control) ?? null;
    return {
      assessment: { id: standing.assessment.id, name: standing.assessment.name },
      finding,
      control,
      evidence: verdict?.evidence ?? [],
      contradiction: line?.now ?? null,
      decision: line?.standing.is === "settled" && line.decisions[0] ? sayDecision(line.decisions[0]) : null,
      scan: cluster?.scan ? { id: cluster.scan.id, cluster: cluster.profile.id } : null,
      mayOverride: can(member.role, "risk.override") && !standing.signature,
      initiative: standing.initiatives.find((initiative) => initiative.findings.includes(finding.id)) ?? null,
    };
  },
);
