import type { Catalog } from "#lib/catalog/control.ts";
import { LAYERS } from "#lib/catalog/framework.ts";
import type { ClusterVerdicts, ControlVerdict, SeenResource } from "#lib/evidence/evidence.ts";
import { exposureFor } from "./exposure-of.ts";
import type { ClusterProfile, Exposure, Finding, Risk } from "./finding.ts";
import { levelOfRisk } from "./level-of-risk.ts";
import { riskOfFinding } from "./risk-of-finding.ts";
import { type JudgedControl, judgedControls } from "./score-control.ts";

/** What a person set instead of the computed risk, by finding id. */
export type RiskOverrides = ReadonlyMap<string, NonNullable<Risk["override"]>>;

/** Failing resources shown with a finding. */
const SAMPLE = 10;

/**
 * The findings of one cluster: every control that applies and is not known to be enforced (maturity 3). An unknown one
 * has maturity null. Greatest risk first, then the outermost layer, then the id.
 */
export function findFindings(
  catalog: Catalog,
  profile: ClusterProfile,
  verdicts: ClusterVerdicts,
  exposure: Readonly<Record<string, Exposure>> = {},
  overrides: RiskOverrides = new Map(),
): Finding[] {
  return judgedControls(catalog.controls, verdicts)
    .filter(({ verdict }) => isFinding(verdict))
    .map((judged) => findingOf(judged, profile, exposureFor(exposure, judged.control.id), overrides))
    .toSorted(byRiskThenLayer);
}

/** True when the control applies and is not known to be enforced. */
export function isFinding({ applicable, maturity }: ControlVerdict): boolean {
  return applicable && (maturity === null || maturity < 3);
}

export function idOfFinding(clusterId: string, control: string): string {
  return `${clusterId}:${control}`;
}

function findingOf(
  { control, verdict }: JudgedControl,
  profile: ClusterProfile,
  exposure: Exposure,
  overrides: RiskOverrides,
): Finding {
  const id = idOfFinding(profile.id, control.id);
  const risk = riskOfFinding(control, verdict, profile, exposure, overrides.get(id) ?? null);
  return {
    id,
    clusterId: profile.id,
    clusterName: profile.name,
    control: control.id,
    title: control.title,
    layer: control.layer,
    concern: control.concern,
    dimension: control.dimension,
    maturity: verdict.maturity,
    risk,
    level: levelOfRisk(risk.points),
    affected: verdict.affected,
    lookedAt: verdict.lookedAt,
    sample: sampleOf(verdict),
    because: verdict.because,
    escalatesTo: control.escalatesTo ?? null,
  };
}

function sampleOf({ evidence }: ControlVerdict): SeenResource[] {
  const sights = evidence
    .filter((one) => !one.stale)
    .flatMap(({ source }) => (source.kind === "scan" ? source.checks : []));
  return sights.flatMap((sight) => sight.sample).slice(0, SAMPLE);
}

/** Greatest risk first; among equals the outer layer goes first, then the smaller id. */
export function byRiskThenLayer(a: Finding, b: Finding): number {
  return (
    b.risk.points - a.risk.points || LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer) || a.id.localeCompare(b.id, "en")
  );
}
