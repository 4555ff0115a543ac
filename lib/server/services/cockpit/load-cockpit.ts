import "server-only";
import type { ActingMember } from "#lib/access/actor.ts";
import { CATALOG } from "#lib/catalog/catalog.ts";
import type { Span } from "#lib/cockpit/burn-down.ts";
import { type Debt, type OpenQuestion, whoOwes } from "#lib/cockpit/who-owes.ts";
import { listFirstAnswers } from "#lib/server/db/answers.ts";
import { listOpenQuestions } from "#lib/server/db/open-questions.ts";
import { firstScans } from "#lib/server/db/scans.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";
import { catalogOf, loadStanding, type Standing } from "../assessments/load-standing.ts";
import { loadOwners } from "../assignments/load-owners.ts";
import { ledgerOf } from "../contradictions/load-ledger.ts";

export type LoadedCockpit = {
  standing: Standing;
  debts: Debt[];
  open: { questions: Span[]; contradictions: Span[]; evidence: Span[] };
};

/** Everything that the cockpit is drawn from. */
export async function loadCockpit(work: Work, member: ActingMember, assessment: string): Promise<LoadedCockpit> {
  const standing = await loadStanding(work, assessment, member.scanMaxAgeDays);
  const { asked } = standing.catalogue;
  const first = await listFirstAnswers(work, assessment);
  // An answer to another wording waits to be confirmed, as the review has it.
  const answered = new Set(standing.answers.filter(({ reworded }) => !reworded).map(({ question }) => question));
  const leftOpen = new Map((await listOpenQuestions(work, assessment)).map(({ question, at }) => [question, at]));
  const owners = await loadOwners(work, assessment, member.organizationId);
  const catalog = catalogOf(standing);
  const controls = new Map([...CATALOG.controls, ...catalog.controls].map((control) => [control.id, control]));
  const unanswered = asked.flatMap(({ id, asks, control }): OpenQuestion[] => {
    const of = controls.get(control);
    if (!of || answered.has(id) || leftOpen.has(id)) return [];
    const owner = owners.ownerOf({ question: id, concern: of.concern, dimension: of.dimension });
    return [{ id, asks, owner: owner && { id: owner.id, name: owner.name }, dueOn: owner?.dueOn ?? null }];
  });
  const handled = (question: string) => {
    if (answered.has(question)) return (first.get(question) ?? new Date(standing.at)).toISOString();
    return leftOpen.get(question)?.toISOString() ?? null;
  };
  return {
    standing,
    debts: whoOwes(unanswered, standing.at.slice(0, 10)),
    open: {
      questions: asked.map(({ id }) => ({ from: null, to: handled(id) })),
      contradictions: contradictionSpans(standing),
      evidence: await evidenceSpans(work, standing, first),
    },
  };
}

/** A contradiction is there from the moment that both sides are, until somebody decides about it. */
function contradictionSpans(standing: Standing): Span[] {
  const said = new Map(
    standing.answers.filter(({ reworded }) => !reworded).map(({ question, at }) => [question, at.toISOString()]),
  );
  return ledgerOf(standing).map(({ control, clusterId, decisions, standing: { is } }) => {
    const [last] = decisions;
    const oldest = decisions.at(-1);
    const scan = standing.clusters.find(({ profile }) => profile.id === clusterId)?.scan;
    const claimed = standing.catalogue.asked.flatMap((each) =>
      each.control === control ? [said.get(each.id) ?? ""] : [],
    );
    const both = [scan?.at.toISOString() ?? "", ...claimed].toSorted().at(-1) || null;
    // Of what was decided before, the moment of the first decision is the latest at which it can have begun.
    const from = oldest && (both === null || oldest.at < both) ? oldest.at : both;
    return { from, to: is === "open" ? null : (last?.at ?? standing.at) };
  });
}

/** A control has evidence since the first scan of its cluster where a machine sees it, else since its first answer. */
async function evidenceSpans(work: Work, standing: Standing, first: ReadonlyMap<string, Date>): Promise<Span[]> {
  const scanned = await firstScans(
    work,
    standing.clusters.map(({ profile }) => profile.id),
  );
  const byControl = Map.groupBy(standing.catalogue.asked, ({ control }) => control);
  const verdicts = standing.clusters.flatMap(({ profile, verdicts: of }) =>
    of.verdicts.filter(({ applicable }) => applicable).map((verdict) => ({ verdict, clusterId: profile.id })),
  );
  return verdicts.map(({ verdict, clusterId }): Span => {
    if (verdict.decidedBy === null) return { from: null, to: null };
    const answers = (byControl.get(verdict.control) ?? []).flatMap(({ id }) => first.get(id)?.toISOString() ?? []);
    const isSeen = verdict.seen !== null && verdict.seen !== undefined;
    const seen = isSeen ? (scanned.get(clusterId)?.toISOString() ?? null) : null;
    return { from: null, to: [...answers, ...(seen ? [seen] : [])].toSorted()[0] ?? standing.at };
  });
}
