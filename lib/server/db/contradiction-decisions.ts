import "server-only";
import type { Maturity } from "#lib/catalog/framework.ts";
import type { Decision, DecisionKind } from "#lib/evidence/ledger/decision.ts";
import type { Work } from "./unit-of-work.ts";

/** Every decision about contradictions of an assessment, oldest first. */
export async function listDecisions(work: Work, assessmentId: string): Promise<Decision[]> {
  const rows = await work.contradictionDecision.findMany({
    where: { assessmentId },
    orderBy: [{ decidedAt: "asc" }, { clusterId: "asc" }, { control: "asc" }, { number: "asc" }],
  });
  return rows.map(decisionOf);
}

/** The newest decision about one control on one cluster. */
export async function newestDecision(
  work: Work,
  assessmentId: string,
  { clusterId, control }: Pick<Decision, "clusterId" | "control">,
): Promise<Decision | undefined> {
  const row = await work.contradictionDecision.findFirst({
    where: { assessmentId, clusterId, control },
    orderBy: { number: "desc" },
  });
  return row ? decisionOf(row) : undefined;
}

type Row = NonNullable<Awaited<ReturnType<Work["contradictionDecision"]["findFirst"]>>>;

function decisionOf({
  clusterId,
  control,
  number,
  kind,
  reason,
  scope,
  until,
  claimed,
  seen,
  sentence,
  ...row
}: Row): Decision {
  return {
    ...{ clusterId, control, number, reason, scope, sentence },
    kind: kind as DecisionKind,
    until: until?.toISOString().slice(0, 10) ?? null,
    claimed: claimed === "not-applicable" ? claimed : (Number(claimed) as Maturity),
    seen: seen as Maturity,
    affected: row.affected,
    failing: row.failing,
    by: row.deciderName,
    at: row.decidedAt.toISOString(),
  };
}

/** False when somebody decided about the same meanwhile: a number is taken once. */
export async function addDecision(
  work: Work,
  organizationId: string,
  assessmentId: string,
  userId: string,
  decision: Decision,
): Promise<boolean> {
  const { until, claimed, by, at, ...same } = decision;
  const { count } = await work.contradictionDecision.createMany({
    data: [
      {
        ...{ organizationId, assessmentId, ...same, decidedBy: userId, deciderName: by },
        until: until === null ? null : new Date(`${until}T00:00:00Z`),
        claimed: String(claimed),
        decidedAt: new Date(at),
      },
    ],
    skipDuplicates: true,
  });
  return count === 1;
}
