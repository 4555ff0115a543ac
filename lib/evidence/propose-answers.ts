import type { Catalog, Control } from "#lib/catalog/control.ts";
import { formatCount } from "#lib/presentation/numbers.ts";
import type { CheckSight, Evidence, Proposal, Tool } from "./evidence.ts";
import { mostFailing } from "./failing-namespaces.ts";
import { poolSights, type Seen } from "./pool-sights.ts";

/** Failing resources kept as a sample for each check of a proposal. */
const SAMPLE = 5;

/**
 * The answers that scans already prove, in the order of the catalogue's questions: one for each question of a control
 * that a machine could look at. Evidence may come from several scans (clusters): the weakest one decides, for an answer
 * speaks about all of them. Stale evidence proposes nothing. A proposal is an offer: it is never counted as an answer
 * until somebody accepts it.
 */
export function proposeAnswers(catalog: Catalog, evidence: readonly Evidence[]): Proposal[] {
  const fresh = evidence.filter((one) => !one.stale && one.source.kind === "scan" && one.strength !== "attested");
  const byControl = Map.groupBy(fresh, (one) => one.control);
  const controls = new Map(catalog.controls.map((control) => [control.id, control]));
  return catalog.questions.flatMap((question): Proposal[] => {
    const control = controls.get(question.control);
    if (question.removed || !control) return [];
    const proven = proveBy(control, byControl.get(control.id) ?? []);
    return proven ? [{ question: question.id, control: control.id, ...proven }] : [];
  });
}

type Proven = Pick<Proposal, "maturity" | "says" | "at" | "tools" | "sights">;

/** What the weakest scan shows; the sights are those of all scans, check by check. */
function proveBy(control: Control, evidence: readonly Evidence[]): Proven | null {
  const scans = Map.groupBy(evidence, ({ source }) => (source.kind === "scan" ? source.scanId : ""));
  const seen = [...scans.values()].flatMap((voices): { seen: Seen; at: string }[] => {
    const pooled = poolSights(control, voices);
    return pooled ? [{ seen: pooled, at: voices[0]?.at ?? "" }] : [];
  });
  const [weakest] = seen.toSorted((a, b) => a.seen.maturity - b.seen.maturity || a.at.localeCompare(b.at));
  if (!weakest) return null;
  const says =
    seen.length > 1 ? `Of ${formatCount(seen.length)} scans the weakest: ${weakest.seen.says}` : weakest.seen.says;
  const sights = evidence.flatMap(({ source }) => (source.kind === "scan" ? source.checks : []));
  return {
    maturity: weakest.seen.maturity,
    says,
    at: weakest.at,
    tools: toolsOf(evidence),
    sights: addUpByCheck(sights),
  };
}

function addUpByCheck(sights: readonly CheckSight[]): CheckSight[] {
  return [...Map.groupBy(sights, ({ check }) => check).values()].flatMap((same) => {
    const total = (of: "fail" | "pass" | "notAssessable") => same.reduce((all, one) => all + one[of], 0);
    const [first] = same;
    if (!first) return [];
    const counts = { fail: total("fail"), pass: total("pass"), notAssessable: total("notAssessable") };
    return [
      {
        check: first.check,
        reason: first.reason,
        ...counts,
        ...addUpNamespaces(same),
        sample: same.flatMap((one) => one.sample).slice(0, SAMPLE),
      },
    ];
  });
}

function toolsOf(evidence: readonly Evidence[]): Tool[] {
  const tools = evidence.flatMap(({ source }) => (source.kind === "scan" && source.tool ? [source.tool] : []));
  return [...new Map(tools.map((tool) => [`${tool.name} ${tool.version}`, tool])).values()];
}

/** A namespace of one name on several clusters is one line. */
function addUpNamespaces(sights: readonly CheckSight[]): Pick<CheckSight, "namespaces" | "moreNamespaces"> {
  const counts = new Map<string, number>();
  for (const { namespace, fail } of sights.flatMap((sight) => sight.namespaces ?? []))
    counts.set(namespace, (counts.get(namespace) ?? 0) + fail);
  const more = sights.reduce((all, { moreNamespaces = 0 }) => all + moreNamespaces, 0);
  return mostFailing(
    [...counts].map(([namespace, fail]) => ({ namespace, fail })),
    more,
  );
}
