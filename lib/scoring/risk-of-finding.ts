import type { Control } from "#lib/catalog/control.ts";
import type { ControlVerdict } from "#lib/evidence/evidence.ts";
import { formatCount, formatThings } from "#lib/presentation/numbers.ts";
import { NOT_EXPOSED } from "./exposure-of.ts";
import type { ClusterProfile, Exposure, Risk, RiskStep } from "./finding.ts";

type Move = { of: RiskStep["of"]; by: 1 | -1; reason: string };

/** From this many resources looked at, a single failing one is a single thing of many. */
const MANY = 10;

/**
 * Likelihood (1-5) x impact (1-5), each from the control's starting point, moved one step at a time and kept within
 * 1-5. Listed are the steps that moved it, in the order in which they were taken.
 */
export function riskOfFinding(
  control: Control,
  verdict: ControlVerdict,
  profile: ClusterProfile,
  exposure: Exposure,
  override: Risk["override"],
): Risk {
  const moves = [
    ...movesOfExposure(verdict.affected > 0 ? exposure : NOT_EXPOSED, verdict),
    ...movesOfCluster(control, profile),
    ...movesOfExtent(verdict),
  ];
  const reached = { likelihood: control.likelihood as number, impact: control.impact as number };
  const steps: RiskStep[] = [];
  for (const { of, by, reason } of moves) {
    const from = reached[of];
    const to = Math.min(5, Math.max(1, from + by));
    reached[of] = to;
    if (to !== from) steps.push({ of, from, to, reason });
  }
  const computed = reached.likelihood * reached.impact;
  return { ...reached, computed, points: override?.points ?? computed, steps, override };
}

/** Likelihood: what the evidence shows of the failing resources, and what is already in place. */
function movesOfExposure({ internet, otherNamespaces, privileged }: Exposure, verdict: ControlVerdict): Move[] {
  const seen = (count: number, one: string, more: string): Move[] =>
    count === 0
      ? []
      : [
          {
            of: "likelihood",
            by: 1,
            reason: `${formatThings(count, "affected resource")} ${count === 1 ? one : more}`,
          },
        ];
  return [
    ...seen(internet, "is reachable from the internet", "are reachable from the internet"),
    // Who is reached from the internet is reached from next door too: the nearer sign says nothing new.
    ...(internet > 0
      ? []
      : seen(otherNamespaces, "is reachable from other namespaces", "are reachable from other namespaces")),
    ...seen(privileged, "runs privileged", "run privileged"),
    ...(verdict.maturity === 2
      ? [{ of: "likelihood", by: -1, reason: "The control is partly in place" } as const]
      : []),
  ];
}

/** Impact: what stands on the cluster. Sensitive data weigh in where the control is one of security. */
function movesOfCluster(control: Control, { criticality, dataSensitivity }: ClusterProfile): Move[] {
  const moves: Move[] = [];
  if (criticality === 5) moves.push({ of: "impact", by: 1, reason: "The cluster's criticality is 5 of 5" });
  if (criticality <= 2)
    moves.push({ of: "impact", by: -1, reason: `The cluster's criticality is ${criticality} of 5` });
  if (control.dimension !== "security") return moves;
  const reason = `Its data's sensitivity is ${dataSensitivity} of 5`;
  if (dataSensitivity === 5) moves.push({ of: "impact", by: 1, reason });
  if (dataSensitivity <= 2) moves.push({ of: "impact", by: -1, reason });
  return moves;
}

/** Impact: how much is affected. One thing alone (a setting of the cluster) says nothing about extent. */
function movesOfExtent({ affected, lookedAt }: ControlVerdict): Move[] {
  const share = `${formatCount(affected)} of ${formatThings(lookedAt, "resource")}`;
  if (lookedAt >= 2 && affected / lookedAt > 0.5)
    return [{ of: "impact", by: 1, reason: `Most is affected: ${share}` }];
  if (lookedAt >= MANY && affected === 1)
    return [{ of: "impact", by: -1, reason: `A single thing is affected: ${share}` }];
  return [];
}
