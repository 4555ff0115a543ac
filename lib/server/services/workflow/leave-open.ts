import { LeftOpen } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { findAnswer } from "#lib/server/db/answers.ts";
import { refuseFrozenAnswers } from "#lib/server/db/assessment-states.ts";
import { refuseBlindQuestion } from "#lib/server/db/blind-rounds.ts";
import { removeOpenQuestion, storeOpenQuestion } from "#lib/server/db/open-questions.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { loadCatalog } from "../own-questions/load-catalog.ts";
import { notFound, verb } from "../verb.ts";
import { appendToLog } from "./append-to-log.ts";
import { askedQuestions } from "./asked-questions.ts";
import { requireUnsigned } from "./require-unsigned.ts";

/** Says why a question stays without an answer, so that the assessment can be submitted; null takes it up again. */
export const leaveOpen = verb(
  {
    name: "workflow.leave-open",
    may: "answers.write",
    input: LeftOpen,
    writes: (input) => ({
      subject: input.assessment,
      details: { question: input.question, open: input.reason !== null },
    }),
  },
  async (work, input, member) => {
    const { assessment, question } = input;
    await requireUnsigned(work, assessment);
    await refuseFrozenAnswers(work, assessment);
    if (!askedQuestions(await loadCatalog(work)).some(({ id }) => id === question)) throw notFound();
    if (input.reason === null) {
      if (await removeOpenQuestion(work, assessment, question))
        await appendToLog(work, member, assessment, "question.taken-up", { question });
      return { open: false };
    }
    if (await findAnswer(work, assessment, question)) {
      throw new Refusal("conflict", "This question is answered already.", {
        detail: "Nothing was stored. Only a question without an answer is left open.",
      });
    }
    await refuseBlindQuestion(work, assessment, question);
    const reason = input.reason.trim();
    const row = { question, reason, by: member.name, byId: member.userId, at: now() };
    await storeOpenQuestion(work, member.organizationId, assessment, row);
    await appendToLog(work, member, assessment, "question.left-open", { question, reason });
    return { open: true };
  },
);
