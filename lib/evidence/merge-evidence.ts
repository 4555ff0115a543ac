import type { Catalog, Control } from "#lib/catalog/control.ts";
import { attest, currentAnswers } from "./attest.ts";
import { contradict } from "./contradict.ts";
import { decide, type Said } from "./decide.ts";
import type { Answer, ClusterVerdicts, ControlVerdict, Evidence } from "./evidence.ts";
import { type Freshness, isStale, maxAgeDays } from "./freshness.ts";
import { byStrengthThenAge, poolSights } from "./pool-sights.ts";

/** Everything that speaks about one cluster: what machines saw (of any age) and what people answered. */
export type Voices = { evidence: readonly Evidence[]; answers: readonly Answer[] };

/**
 * One verdict for each control of the catalogue, in its order. Observed outranks reported outranks attested; the
 * weaker voice is kept in `evidence` and, where it differs, as a contradiction. Stale evidence is kept and counts as
 * unknown. Of our own scans only the newest counts as a whole. `now` is ISO 8601. See `decide` for the rule.
 */
export function mergeEvidence(
  catalog: Catalog,
  cluster: { clusterId: string; clusterName: string },
  voices: Voices,
  now: string,
  freshness: Freshness,
): ClusterVerdicts {
  const seen = Map.groupBy(newestScanOnly(voices.evidence), (one) => one.control);
  const answers = currentAnswers(catalog, voices.answers);
  const verdicts = catalog.controls.map((control) => {
    const said = (answers.get(control.id) ?? []).map(attest);
    const all = [...(seen.get(control.id) ?? []), ...said];
    const aged = all.map((one) => ({ ...one, stale: isStale(one, now, freshness) }));
    return judge(control, byStrengthThenAge(aged), freshness);
  });
  return { ...cluster, verdicts };
}

function judge(control: Control, evidence: Evidence[], freshness: Freshness): ControlVerdict {
  const fresh = evidence.filter((one) => !one.stale);
  const seen = poolSights(
    control,
    fresh.filter((one) => one.strength !== "attested"),
  );
  const said = sayTogether(fresh.filter((one) => one.strength === "attested"));
  const decision = decide(control, seen, said);
  return {
    control: control.id,
    ...decision,
    because: decision.decidedBy === null ? sayUnknown(evidence, freshness) : decision.because,
    evidence,
    seen: seen?.maturity ?? null,
    contradiction: contradict(control, seen, said),
    affected: seen?.fails ? seen.affected : 0,
    lookedAt: seen?.lookedAt ?? 0,
  };
}

/** Several questions about one control: the least answer counts; not applicable only when all say so. */
function sayTogether(answers: readonly Evidence[]): Said | null {
  const said = answers.map((evidence): Said => ({ maturity: evidence.maturity, evidence }));
  const rank = ({ maturity }: Said) => (maturity === "not-applicable" ? 5 : maturity);
  return said.toSorted((a, b) => rank(a) - rank(b))[0] ?? null;
}

function newestScanOnly(evidence: readonly Evidence[]): Evidence[] {
  const scans = evidence.filter((one) => one.strength === "observed" && one.source.kind === "scan");
  const newest = scans.reduce<Evidence | null>((last, one) => (last && last.at >= one.at ? last : one), null);
  const idOf = ({ source }: Evidence) => (source.kind === "scan" ? source.scanId : null);
  return evidence.filter((one) => one.strength !== "observed" || (newest !== null && idOf(one) === idOf(newest)));
}

function sayUnknown(evidence: readonly Evidence[], freshness: Freshness): string {
  const [last] = evidence.toSorted((a, b) => b.at.localeCompare(a.at));
  if (!last) return "Nothing is known yet: nobody answered, and no scan could look.";
  const what = last.strength === "attested" ? "answer" : "scan";
  const days = maxAgeDays(last, freshness);
  return `The last ${what} is of ${last.at.slice(0, 10)}; after ${days} days it no longer counts.`;
}
