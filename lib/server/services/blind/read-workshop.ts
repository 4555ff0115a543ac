import type { ActingMember } from "#lib/access/actor.ts";
import { can } from "#lib/access/permissions.ts";
import type { Compared } from "#lib/blind/plan-agenda.ts";
import type { Catalog, Question } from "#lib/catalog/control.ts";
import { AssessmentId } from "#lib/contracts/inputs.ts";
import { type AnswerRow, listAnswers } from "#lib/server/db/answers.ts";
import { type AssessmentRow, findAssessment } from "#lib/server/db/assessments.ts";
import { listRounds, type RoundRow } from "#lib/server/db/blind-rounds.ts";
import { listOpenQuestions } from "#lib/server/db/open-questions.ts";
import { listMembersOf } from "#lib/server/db/organizations.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";
import { areAnswersOpen } from "#lib/workflow/steps.ts";
import { loadAsked } from "../assessments/load-asked.ts";
import { loadCatalog } from "../own-questions/load-catalog.ts";
import { notFound, verb } from "../verb.ts";
import { outcomeOf } from "./load-round.ts";

/** Rounds that are on, with how far each person is; rounds that ended, with what they brought and what is settled of it. */
export const readWorkshop = verb(
  { name: "blind.read-workshop", may: "assessments.read", input: AssessmentId },
  async (work, { assessment: id }, member) => {
    const assessment = await findAssessment(work, id);
    if (!assessment) throw notFound();
    const open = areAnswersOpen(assessment.state);
    const rounds = await listRounds(work, id);
    const answers = new Map((await listAnswers(work, id)).map((answer) => [answer.question, answer]));
    const catalog = await loadCatalog(work, assessment);
    const ended: Awaited<ReturnType<typeof endedView>>[] = [];
    for (const round of rounds) if (round.ended) ended.push(await endedView(work, catalog, round, answers));
    return {
      assessment: { id, name: assessment.name },
      running: rounds.filter((round) => !round.ended).map((round) => runningView(catalog, round, member)),
      ended,
      start:
        can(member.role, "blind.manage") && open
          ? await choices(work, catalog, member, assessment, rounds, answers)
          : null,
      mayEnd: can(member.role, "blind.manage") && assessment.state !== "signed",
      maySettle: can(member.role, "answers.write") && open,
    };
  },
);

export type WorkshopView = Awaited<ReturnType<typeof readWorkshop>>;

/** Who answers alone learns nothing of the others, not even how far they are. */
function runningView(catalog: Catalog, round: RoundRow, member: ActingMember) {
  const takesPart = round.participants.some(({ id }) => id === member.userId);
  return {
    ...{ id: round.id, questions: round.questions.length, startedBy: round.startedBy },
    startedAt: round.startedAt.toISOString(),
    dimensions:
      round.dimensions.length >= catalog.dimensions.length
        ? ["All dimensions"]
        : round.dimensions.map((dimension) => titleOf(catalog, dimension)),
    takesPart,
    people: round.participants.map(({ id, name, answered }) => ({
      ...{ id, name, answered: takesPart && id !== member.userId ? null : answered },
    })),
  };
}

async function endedView(work: Work, catalog: Catalog, round: RoundRow, answers: ReadonlyMap<string, AnswerRow>) {
  const view = (one: Compared) => questionView(one, catalog, answers);
  const { agreed, agenda, silent } = await outcomeOf(work, catalog, round);
  return {
    id: round.id,
    endedBy: round.ended?.by ?? "",
    endedAt: round.ended?.at.toISOString() ?? "",
    questions: round.questions.length,
    people: round.participants.map(({ name }) => name),
    agreed: agreed.map(view),
    minutes: agenda.minutes,
    groups: agenda.groups.map(({ dimension, minutes, items }) => ({
      ...{ id: dimension, title: titleOf(catalog, dimension), minutes },
      items: items.map((item) => ({ ...view(item), size: item.size, minutes: item.minutes })),
    })),
    silent: silent.filter((question) => !answers.has(question)).length,
  };
}

function titleOf({ dimensions }: Catalog, dimension: string): string {
  return dimensions.find(({ id }) => id === dimension)?.title ?? dimension;
}

function questionView(
  { question: id, answers: said }: Compared,
  catalog: Catalog,
  answers: ReadonlyMap<string, AnswerRow>,
) {
  const question = catalog.questions.find((each) => each.id === id);
  const stored = answers.get(id);
  return {
    id,
    asks: question?.asks ?? id,
    levels: question ? levelsOf(question) : [],
    answers: said,
    settled: stored
      ? {
          ...{ maturity: stored.maturity, notApplicable: stored.notApplicable, comment: stored.comment },
          ...{ by: stored.by, at: stored.at.toISOString() },
        }
      : null,
  };
}

const levelsOf = ({ levels }: Question) => ([0, 1, 2, 3, 4] as const).map((level) => levels[level]);

/** What a new round can be of: people who may answer, and dimensions with how much is unanswered. */
async function choices(
  work: Work,
  catalog: Catalog,
  member: ActingMember,
  assessment: AssessmentRow,
  rounds: readonly RoundRow[],
  answers: ReadonlyMap<string, AnswerRow>,
) {
  const left = new Set((await listOpenQuestions(work, assessment.id)).map(({ question }) => question));
  const blind = new Set(rounds.flatMap(({ ended, questions }) => (ended ? [] : questions)));
  const dimensionOf = new Map<string, string>(catalog.controls.map(({ id, dimension }) => [id, dimension]));
  const { asked } = await loadAsked(work, catalog, assessment, [...answers.values()]);
  const free = Map.groupBy(
    asked.filter(({ id }) => !answers.has(id) && !left.has(id) && !blind.has(id)),
    ({ control }) => dimensionOf.get(control) ?? "",
  );
  return {
    people: (await listMembersOf(work, member.organizationId))
      .filter(({ role }) => can(role, "answers.write"))
      .map(({ userId, name, role }) => ({ id: userId, name, role })),
    dimensions: catalog.dimensions.map(({ id, title }) => ({ id, title, unanswered: free.get(id)?.length ?? 0 })),
  };
}
