import type { Control } from "#lib/catalog/control.ts";
import type { Maturity } from "#lib/catalog/framework.ts";
import { type CheckSight, type Evidence, STRENGTHS, type Strength } from "./evidence.ts";
import { maturityOfSight, maturityOfSights } from "./maturity-of-sights.ts";
import { nounOfSights } from "./sentences-of-sights.ts";

/** What machines saw of one control, all fresh voices together. */
export type Seen = {
  maturity: Maturity;
  strength: Exclude<Strength, "attested">;
  fails: boolean;
  affected: number;
  lookedAt: number;
  /** What the failing resources are called, singular. */
  noun: string;
  says: string;
};

type Voice = { strength: Seen["strength"]; maturity: Maturity; sight: CheckSight | null; from: Evidence };

/**
 * Pools fresh scans and reports about one control. About the same check the stronger, then the newer voice speaks;
 * different checks complement each other and the least decides. Null: no machine has a voice.
 */
export function poolSights(control: Control, evidence: readonly Evidence[]): Seen | null {
  const voices = [...strongestByCheck(evidence).values()];
  const [first] = voices;
  if (!first) return null;
  const sights = voices.flatMap((voice) => (voice.sight ? [voice.sight] : []));
  const whole = voices.flatMap((voice) => (voice.sight ? [] : [voice.maturity]));
  const pooled = maturityOfSights(control, sights);
  const maturity = Math.min(...whole, ...(pooled === null ? [] : [pooled])) as Maturity;
  const limiting = voices.reduce((least, voice) => (voice.maturity < least.maturity ? voice : least), first);
  const counts = evidence.map(countsOf);
  return {
    maturity,
    strength: limiting.strength,
    fails: voices.some((voice) => (voice.sight ? voice.sight.fail > 0 : voice.maturity < 3)),
    affected: Math.max(...counts.map((count) => count.affected)),
    lookedAt: Math.max(...counts.map((count) => count.lookedAt)),
    noun: nounOfSights(sights.filter((sight) => sight.fail > 0)),
    says: limiting.from.says,
  };
}

/** Machine evidence, strongest and newest first: the first voice about a check is the one that counts. */
function strongestByCheck(evidence: readonly Evidence[]): Map<string, Voice> {
  const voices = new Map<string, Voice>();
  for (const from of byStrengthThenAge(evidence)) {
    const { source, strength, maturity } = from;
    if (source.kind !== "scan" || strength === "attested" || maturity === "not-applicable") continue;
    if (source.checks.length === 0) voices.set(`report ${source.scanId}`, { strength, maturity, sight: null, from });
    for (const sight of source.checks) {
      const alone = maturityOfSight(sight);
      if (alone !== null && !voices.has(sight.check))
        voices.set(sight.check, { strength, maturity: alone, sight, from });
    }
  }
  return voices;
}

/** Strongest first, then newest first. */
export function byStrengthThenAge(evidence: readonly Evidence[]): Evidence[] {
  const rank = (one: Evidence) => STRENGTHS.indexOf(one.strength);
  return evidence.toSorted((a, b) => rank(b) - rank(a) || b.at.localeCompare(a.at));
}

function countsOf({ source }: Evidence): { affected: number; lookedAt: number } {
  if (source.kind !== "scan") return { affected: 0, lookedAt: 0 };
  const fail = Math.max(0, ...source.checks.map((check) => check.fail));
  const looked = Math.max(0, ...source.checks.map((check) => check.fail + check.pass));
  return { affected: source.affected ?? fail, lookedAt: source.lookedAt ?? looked };
}
