import { ConfirmedAnswers } from "#lib/contracts/inputs.ts";
import { listAnswers, writeAnswer } from "#lib/server/db/answers.ts";
import { findAssessment } from "#lib/server/db/assessments.ts";
import { listBlindQuestions } from "#lib/server/db/blind-rounds.ts";
import { listCarried } from "#lib/server/db/carried-answers.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { loadCatalog } from "../own-questions/load-catalog.ts";
import { notFound, verb } from "../verb.ts";
import { appendToLog } from "../workflow/append-to-log.ts";
import { requireUnsigned } from "../workflow/require-unsigned.ts";

/**
 * Says of answers that they still hold: those that were carried forward become answers, those whose question was worded anew
 * answer the new wording. Questions that somebody answered meanwhile, or that people answer alone, are left as they are.
 */
export const confirmAnswers = verb(
  {
    name: "exchange.confirm-answers",
    may: "answers.write",
    input: ConfirmedAnswers,
    writes: (input, output: { confirmed: string[] }) => ({
      subject: input.assessment,
      details: { confirmed: output.confirmed.length },
    }),
  },
  async (work, { assessment, questions }, member) => {
    await requireUnsigned(work, assessment);
    const of = await findAssessment(work, assessment);
    if (!of) throw notFound();
    const catalog = new Map((await loadCatalog(work, of)).questions.map((question) => [question.id, question]));
    const alone = await listBlindQuestions(work, assessment);
    const answers = new Map((await listAnswers(work, assessment)).map((answer) => [answer.question, answer]));
    const carried = new Map((await listCarried(work, assessment)).map((answer) => [answer.question, answer]));
    const at = now();
    const confirmed: string[] = [];
    const written: string[] = [];
    for (const question of [...new Set(questions)].toSorted()) {
      const asked = catalog.get(question);
      const answer = answers.get(question);
      const said = answer ? (answer.reworded ? answer : undefined) : carried.get(question);
      if (!asked || asked.removed || !said || alone.has(question)) continue;
      const { maturity, notApplicable, comment, confidence } = said;
      const write = {
        ...{ question, maturity, notApplicable, comment, confidence },
        ...{ userId: member.userId, userName: member.name },
      };
      const version = await writeAnswer(work, member.organizationId, assessment, write, answer?.version ?? 0, at);
      if (version === null) continue;
      confirmed.push(question);
      written.push(`${question} ${version}`);
    }
    if (written.length > 0) await appendToLog(work, member, assessment, "answers.confirmed", { answers: written });
    return { confirmed };
  },
);
