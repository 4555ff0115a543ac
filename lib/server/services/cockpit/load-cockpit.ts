import "server-only";
import type { ActingMember } from "#lib/access/actor.ts";
import { CATALOG } from "#lib/catalog/catalog.ts";
import type { Span } from "#lib/cockpit/burn-down.ts";
import { type Debt, type OpenWork, type Person, whoOwes } from "#lib/cockpit/who-owes.ts";
import { listFirstAnswers } from "#lib/server/db/answers.ts";
import { listRounds, type RoundRow } from "#lib/server/db/blind-rounds.ts";
import { firstScans } from "#lib/server/db/scans.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";
import { standingOf } from "#lib/workflow/answers-under-review.ts";
import { catalogOf, loadStanding, type Standing } from "../assessments/load-standing.ts";
import { loadOwners, type Owners } from "../assignments/load-owners.ts";
import { ledgerOf } from "../contradictions/load-ledger.ts";
import { type LoadedReview, loadReview, reviewedQuestion } from "../workflow/load-review.ts";
import { openContradictionsOf } from "../workflow/open-contradictions-of.ts";

type ReviewLine = LoadedReview["questions"][number];

export type LoadedCockpit = {
  standing: Standing;
  review: LoadedReview;
  debts: Debt[];
  open: { questions: Span[]; contradictions: Span[]; evidence: Span[] };
};

/** Everything that the cockpit is drawn from. */
export async function loadCockpit(work: Work, member: ActingMember, assessment: string): Promise<LoadedCockpit> {
  const standing = await loadStanding(work, assessment, member.scanMaxAgeDays);
  const { asked } = standing.catalogue;
  const first = await listFirstAnswers(work, assessment);
  const review = await loadReview(work, member, assessment, asked);
  const owners = await loadOwners(work, assessment, member.organizationId);
  const rounds = (await listRounds(work, assessment)).filter(({ ended }) => !ended);
  const handled = ({ question, answer, leftOpen }: ReviewLine) => {
    if (answer) return (first.get(question.id) ?? new Date(standing.at)).toISOString();
    return leftOpen?.at.toISOString() ?? null;
  };
  return {
    standing,
    review,
    debts: debtsOf(standing, review, owners, rounds, member.userId),
    open: {
      questions: review.questions.map((line) => ({ from: null, to: handled(line) })),
      contradictions: contradictionSpans(standing),
      evidence: await evidenceSpans(work, standing, first),
    },
  };
}

/**
 * Who owes what: questions go to whoever is responsible for them, or to those who answer them alone; answers that were sent back and contradictions too, and to
 * the author of the answer where nobody is.
 */
function debtsOf(
  standing: Standing,
  { questions, members }: LoadedReview,
  owners: Owners,
  rounds: readonly RoundRow[],
  reader: string,
): Debt[] {
  const controls = new Map(
    [...CATALOG.controls, ...catalogOf(standing).controls].map((control) => [control.id, control]),
  );
  const ownerOf = ({ question }: ReviewLine) => {
    const of = controls.get(question.control);
    return of ? owners.ownerOf({ question: question.id, concern: of.concern, dimension: of.dimension }) : null;
  };
  const responsible = (line: ReviewLine): Person | null => {
    const owner = ownerOf(line);
    if (owner) return { id: owner.id, name: owner.name };
    const author = members.find(({ userId }) => userId === line.answer?.byId);
    return author ? { id: author.userId, name: author.name } : null;
  };
  const alone = new Set(rounds.flatMap((round) => round.questions));
  const unanswered = questions.filter((line) => !line.answer && !line.leftOpen && !alone.has(line.question.id));
  const sentBack = questions.filter((line) => standingOf(reviewedQuestion(line)) === "changes-requested");
  const byControl = Map.groupBy(questions, ({ question }) => question.control);
  const contradicted = openContradictionsOf(standing).map(({ control }) => {
    const lines = byControl.get(control) ?? [];
    return lines.find(({ answer }) => answer) ?? lines[0];
  });
  const waits = (kind: OpenWork["kind"]) => (line: ReviewLine | undefined) => ({
    kind,
    owner: line ? responsible(line) : null,
  });
  return whoOwes(
    unanswered.map((line) => {
      const owner = ownerOf(line);
      const { id, asks } = line.question;
      return { id, asks, owner: owner && { id: owner.id, name: owner.name }, dueOn: owner?.dueOn ?? null };
    }),
    [
      ...sentBack.map(waits("change")),
      ...contradicted.map(waits("contradiction")),
      ...rounds.flatMap((round) => owedAlone(round, reader)),
    ],
    standing.at.slice(0, 10),
  );
}

/** A line for each question that a participant has not answered yet; who takes part is told of nobody else how far they are. */
function owedAlone({ questions, participants }: RoundRow, reader: string): OpenWork[] {
  const own = participants.filter(({ id }) => id === reader);
  return (own.length > 0 ? own : participants).flatMap(({ id, name, answered }) =>
    questions.slice(answered).map(() => ({ kind: "alone" as const, owner: { id, name } })),
  );
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
