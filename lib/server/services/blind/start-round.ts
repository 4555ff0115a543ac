import type { ActingMember } from "#lib/access/actor.ts";
import { can } from "#lib/access/permissions.ts";
import { StartedRound } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { formatList } from "#lib/presentation/numbers.ts";
import { listAnswers } from "#lib/server/db/answers.ts";
import { findStateForStep, refuseFrozenAnswers } from "#lib/server/db/assessment-states.ts";
import { findAssessment } from "#lib/server/db/assessments.ts";
import { addRound, listBlindQuestions } from "#lib/server/db/blind-rounds.ts";
import { listOpenQuestions } from "#lib/server/db/open-questions.ts";
import { listMembersOf } from "#lib/server/db/organizations.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { loadAsked } from "../assessments/load-asked.ts";
import { loadCatalog } from "../own-questions/load-catalog.ts";
import { notFound, verb } from "../verb.ts";
import { appendToLog } from "../workflow/append-to-log.ts";

/** Has named people answer the unanswered questions of some dimensions, each alone, until the round is ended. */
export const startRound = verb(
  {
    name: "blind.start-round",
    may: "blind.manage",
    input: StartedRound,
    writes: ({ assessment }, { round, questions }: { round: string; questions: number }) => ({
      subject: assessment,
      details: { round, questions },
    }),
  },
  async (work, { assessment, dimensions, architects }, member) => {
    // Nobody is writing an answer while it is decided which questions have none.
    if (!(await findStateForStep(work, assessment))) throw notFound();
    await refuseFrozenAnswers(work, assessment);
    const people = await peopleOf(work, member, architects);
    const questions = await unansweredOf(work, assessment, new Set(dimensions));
    if (questions.length === 0) {
      throw new Refusal("refused", "Nothing is left there to be answered alone.", {
        detail:
          "Nothing was started. Every question of these dimensions is answered, left open or in another round already; choose others.",
      });
    }
    const { organizationId, userId: startedBy, name: starterName } = member;
    const round = await addRound(
      work,
      { organizationId, assessmentId: assessment, dimensions, questions, startedBy, starterName, startedAt: now() },
      people.map(({ userId, name }) => ({ memberId: userId, memberName: name })),
    );
    const details = {
      round,
      questions: questions.length,
      dimensions,
      people: formatList(people.map(({ name }) => name)),
    };
    await appendToLog(work, member, assessment, "blind.started", details);
    return { round, questions: questions.length };
  },
);

async function peopleOf(work: Work, member: ActingMember, architects: readonly string[]) {
  const wanted = new Set(architects);
  const people = (await listMembersOf(work, member.organizationId)).filter(({ userId }) => wanted.has(userId));
  if (people.length < wanted.size) throw notFound();
  const readers = people.filter(({ role }) => !can(role, "answers.write"));
  if (readers.length > 0) {
    throw new Refusal("refused", `${formatList(readers.map(({ name }) => name))} may not answer.`, {
      detail: "Nothing was started. Choose architects, consultants or admins, or ask an admin to change the role.",
    });
  }
  if (people.length < 2) {
    throw new Refusal("invalid-input", "It takes two people to differ.", {
      fields: { architects: "Choose at least two people" },
    });
  }
  return people;
}

/** What has an answer already was seen by all, so it cannot be answered alone any more. */
async function unansweredOf(work: Work, assessment: string, dimensions: ReadonlySet<string>): Promise<string[]> {
  const found = await findAssessment(work, assessment);
  if (!found) throw notFound();
  const answers = await listAnswers(work, assessment);
  const taken = new Set([
    ...answers.map(({ question }) => question),
    ...(await listOpenQuestions(work, assessment)).map(({ question }) => question),
    ...(await listBlindQuestions(work, assessment)).keys(),
  ]);
  const catalog = await loadCatalog(work);
  for (const wanted of dimensions) if (!catalog.dimensions.some(({ id }) => id === wanted)) throw notFound();
  const controls = new Set(catalog.controls.filter((each) => dimensions.has(each.dimension)).map(({ id }) => id));
  const { asked } = await loadAsked(work, catalog, found, answers);
  return asked.flatMap(({ id, control }) => (controls.has(control) && !taken.has(id) ? [id] : []));
}
