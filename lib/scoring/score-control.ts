import { type Control, MATURITY_NAMES } from "#lib/catalog/control.ts";
import type { ClusterVerdicts, ControlVerdict } from "#lib/evidence/evidence.ts";
import { leaf } from "./least.ts";
import type { Score } from "./score.ts";
import type { Weighed } from "./weighted-mean.ts";

/** A control beside what is believed about it on one cluster. */
export type JudgedControl = { control: Control; verdict: ControlVerdict };

/** The verdict of each control; a control that the verdicts do not know is unknown, never left out. */
export function judgedControls(controls: readonly Control[], { verdicts }: ClusterVerdicts): JudgedControl[] {
  const byControl = new Map(verdicts.map((verdict) => [verdict.control, verdict]));
  return controls.map((control) => ({ control, verdict: byControl.get(control.id) ?? unknown(control.id) }));
}

/** Maturity / 4 of 100. Unknown: 0 in the low score, 100 in the high one. Not applicable: no weight. */
export function scoreControl({ control, verdict }: JudgedControl): Weighed {
  const weight = verdict.applicable ? control.weight : 0;
  const points = verdict.maturity === null ? null : (verdict.maturity / 4) * 100;
  const score: Score = { low: points ?? 0, high: points ?? 100, coverage: points === null ? 0 : 1, weight };
  const { derivation } = leaf(control.title, score, ruleOf({ control, verdict }));
  return { label: control.title, weight, score, derivation };
}

function ruleOf({ control, verdict }: JudgedControl): string {
  if (!verdict.applicable) return `Not applicable: its weight of ${control.weight} is taken out. ${verdict.because}`;
  if (verdict.maturity === null) return `Unknown: 0 in the low score, 100 in the high one. ${verdict.because}`;
  const { maturity } = verdict;
  return `Maturity ${maturity} of 4, ${MATURITY_NAMES[maturity]}: ${maturity} / 4 × 100 = ${maturity * 25}. ${verdict.because}`;
}

function unknown(control: string): ControlVerdict {
  return {
    control,
    maturity: null,
    applicable: true,
    decidedBy: null,
    evidence: [],
    contradiction: null,
    affected: 0,
    lookedAt: 0,
    because: "Nothing is known yet.",
  };
}
