import type { Catalog } from "#lib/catalog/control.ts";
import type { Evidence, Proposal } from "./evidence.ts";
import { byStrengthThenAge, poolSights } from "./pool-sights.ts";

/**
 * The answers that a scan already proves, in the order of the catalogue's questions: one for each question of a
 * control that a machine could look at. Stale evidence proposes nothing. A proposal is an offer: it is never counted
 * as an answer until somebody accepts it.
 */
export function proposeAnswers(catalog: Catalog, evidence: readonly Evidence[]): Proposal[] {
  const fresh = evidence.filter((one) => !one.stale && one.source.kind === "scan" && one.strength !== "attested");
  const byControl = Map.groupBy(fresh, (one) => one.control);
  const controls = new Map(catalog.controls.map((control) => [control.id, control]));
  return catalog.questions.flatMap((question): Proposal[] => {
    const control = controls.get(question.control);
    const voices = byStrengthThenAge(byControl.get(question.control) ?? []);
    const [strongest] = voices;
    if (question.removed || !control || !strongest) return [];
    const seen = poolSights(control, voices);
    if (!seen) return [];
    const sights = voices.flatMap(({ source }) => (source.kind === "scan" ? source.checks : []));
    return [
      {
        question: question.id,
        control: control.id,
        maturity: seen.maturity,
        says: seen.says,
        at: strongest.at,
        sights,
      },
    ];
  });
}
