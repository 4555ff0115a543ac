import { can } from "#lib/access/permissions.ts";
import type { Catalog, Question, Wording } from "#lib/catalog/control.ts";
import type { ConcernId, DimensionId, LayerId, Maturity } from "#lib/catalog/framework.ts";
import { AssessmentId } from "#lib/contracts/inputs.ts";
import type { Contradiction, Proposal } from "#lib/evidence/evidence.ts";
import { isStale } from "#lib/evidence/freshness.ts";
import type { LedgerLine } from "#lib/evidence/ledger/ledger.ts";
import { proposeAnswers } from "#lib/evidence/propose-answers.ts";
import { sayDecision } from "#lib/presentation/sentences-of-contradictions.ts";
import { sayEffort } from "#lib/presentation/sentences-of-effort.ts";
import type { AnswerRow } from "#lib/server/db/answers.ts";
import { listCarried } from "#lib/server/db/carried-answers.ts";
import { areAnswersOpen } from "#lib/workflow/steps.ts";
import { catalogOf, loadStanding } from "../assessments/load-standing.ts";
import { loadOwners } from "../assignments/load-owners.ts";
import { type BlindView, ownBlindAnswers } from "../blind/own-blind-answers.ts";
import { ledgerOf } from "../contradictions/load-ledger.ts";
import { verb } from "../verb.ts";

export type QuestionView = {
  question: Question;
  control: {
    id: string;
    title: string;
    layer: LayerId;
    concern: ConcernId | null;
    dimension: DimensionId;
    references: readonly string[];
    checks: readonly string[];
    otherEvidence: string | null;
  };
  /** Title of the initiative that closes it, and its effort as a clause. */
  remedy: { title: string; effort: string } | null;
  /** Who answers it, until when (ISO date); null: nobody. */
  owner: { id: string; name: string; dueOn: string | null } | null;
  /** Why it does not concern the clusters; null: it does, or somebody answered it all the same. */
  leftOut: string | null;
  /** The answer is too old to count. */
  stale: boolean;
  /** The wording that the answer was given to, where the question means something else by now: it has to be confirmed. */
  reworded: Wording | null;
  /** What an earlier assessment answered, where nobody has answered yet: to be confirmed or changed, never counted. */
  carried: CarriedAnswer | null;
  answer: {
    maturity: Maturity | null;
    notApplicable: boolean;
    comment: string;
    confidence: "low" | "medium" | "high";
    version: number;
    by: string;
    at: string;
  } | null;
  /** Answered by named people, each alone; null: not so. */
  blind: BlindView | null;
  /** What a scan already proves; never counted as answered. */
  proposal: Proposal | null;
  contradiction: Contradiction | null;
  /** What was decided about it, a sentence for each cluster where it is settled; null: it is open somewhere. */
  settled: readonly string[] | null;
};

/** An answer of an earlier assessment; `reworded`: what was asked then, where that is another question by now. */
export type CarriedAnswer = {
  maturity: Maturity | null;
  notApplicable: boolean;
  comment: string;
  confidence: "low" | "medium" | "high";
  by: string;
  at: string;
  from: string;
  asked: Wording | null;
  reworded: Wording | null;
};

export const readQuestionnaire = verb(
  { name: "answers.read-questionnaire", may: "assessments.read", input: AssessmentId },
  async (work, input, member) => {
    const standing = await loadStanding(work, input.assessment, member.scanMaxAgeDays);
    const catalog = catalogOf(standing);
    const proposals = new Map(
      proposeAnswers(
        catalog,
        standing.clusters.flatMap(({ verdicts }) => verdicts.verdicts.flatMap(({ evidence }) => evidence)),
      ).map((proposal) => [proposal.question, proposal]),
    );
    const ledger = ledgerOf(standing);
    const answers = new Map(standing.answers.map((answer) => [answer.question, answer]));
    const controls = new Map(catalog.controls.map((control) => [control.id, control]));
    const owners = await loadOwners(work, input.assessment, member.organizationId);
    const leftOut = new Map((standing.catalogue.leftOut ?? []).map(({ question, because }) => [question, because]));
    const carried = new Map(
      (await listCarried(work, input.assessment)).map((row) => [row.question, { ...row, at: row.at.toISOString() }]),
    );
    const isOld = (at: Date) =>
      isStale({ strength: "attested", at: at.toISOString() }, standing.at, { scanMaxAgeDays: member.scanMaxAgeDays });
    const asked = standing.signature ? standing.catalogue.asked : catalog.questions;
    const blind = await ownBlindAnswers(work, input.assessment, member.userId);
    const questions = asked.flatMap((question): QuestionView[] => {
      const control = controls.get(question.control);
      const alone = blind.get(question.id) ?? null;
      const answer = answers.get(question.id);
      if (!control || (question.removed && !answer)) return [];
      const { id, title, layer, concern, dimension, references, checks } = control;
      return [
        {
          question,
          control: {
            id,
            title,
            layer,
            concern,
            dimension,
            references,
            checks,
            otherEvidence: control.otherEvidence ?? null,
          },
          remedy: remedyOf(catalog, control.id),
          owner: owners.ownerOf({ question: question.id, concern, dimension }),
          leftOut: leftOut.get(question.id) ?? null,
          reworded: alone ? null : (answer?.reworded ?? null),
          carried: answer || alone || standing.signature ? null : (carried.get(question.id) ?? null),
          stale: answer ? !standing.signature && isOld(answer.at) : false,
          blind: alone && { round: alone.round, people: alone.people, mine: alone.mine },
          answer: alone?.answer ? { ...alone.answer, by: member.name } : answerView(answer),
          proposal: proposals.get(question.id) ?? null,
          contradiction: ledger.find((line) => line.control === control.id && line.now)?.now ?? null,
          settled: settledOf(ledger, control.id),
        },
      ];
    });
    return {
      assessment: { id: standing.assessment.id, name: standing.assessment.name },
      questions,
      concerns: catalog.concerns.map(({ id, title }) => ({ id, title })),
      dimensions: catalog.dimensions.map(({ id, title }) => ({ id, title })),
      people: owners.people.map(({ id, name }) => ({ id, name, self: id === member.userId })),
      at: standing.at,
      noLongerAsked: noLongerAsked(catalog, [...carried.values()]),
      mayAnswer: can(member.role, "answers.write") && areAnswersOpen(standing.assessment.state),
    };
  },
);

function answerView(answer: AnswerRow | undefined): QuestionView["answer"] {
  if (!answer) return null;
  const { maturity, notApplicable, comment, confidence, version, by, at } = answer;
  return { maturity, notApplicable, comment, confidence, version, by, at: at.toISOString() };
}

/** What an earlier assessment answered to questions that nobody asks any more: kept, in the words of then. */
function noLongerAsked(catalog: Catalog, carried: readonly (CarriedAnswer & { question: string })[]) {
  return carried.flatMap(({ question, ...answer }) => {
    const known = catalog.questions.find(({ id }) => id === question);
    if (known && !known.removed) return [];
    const asked = answer.asked ?? known ?? null;
    return [{ question, asks: asked?.asks ?? question, levels: asked?.levels ?? [], answer }];
  });
}

function settledOf(ledger: readonly LedgerLine[], control: string): readonly string[] | null {
  const lines = ledger.filter((line) => line.control === control && line.now);
  if (lines.some(({ standing }) => standing.is === "open")) return null;
  return lines.flatMap(({ decisions: [last] }) => (last ? [sayDecision(last)] : []));
}

function remedyOf(catalog: Catalog, control: string): QuestionView["remedy"] {
  const remedy = catalog.remedies.find(({ closes }) => closes.includes(control));
  return remedy ? { title: remedy.title, effort: sayEffort(remedy) } : null;
}
