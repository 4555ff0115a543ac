import { AnswerInput } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { findAnswer, writeAnswer } from "#lib/server/db/answers.ts";
import { findAssessment } from "#lib/server/db/assessments.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { writeBlindAnswer } from "../blind/write-blind-answer.ts";
import { notFound, verb } from "../verb.ts";
import { requireAnswer } from "./require-answer.ts";

/** Stores an answer if nobody wrote since the writer looked; otherwise refuses and hands back what is stored now. */
export const answerQuestion = verb(
  {
    name: "answers.answer-question",
    may: "answers.write",
    input: AnswerInput,
    writes: (input, output: { version: number; at: string }) => ({
      subject: input.assessment,
      details: { question: input.question, version: output.version },
    }),
  },
  async (work, input, member) => {
    const of = await findAssessment(work, input.assessment);
    if (!of) throw notFound();
    await requireAnswer(work, of, input);
    const { assessment, version: seen, question: id, ...fields } = input;
    const at = now();
    const alone = await writeBlindAnswer(work, member, assessment, { ...fields, question: id }, seen, at);
    if (alone !== null) return { version: alone, at: at.toISOString() };
    const version = await writeAnswer(
      work,
      member.organizationId,
      assessment,
      { ...fields, question: id, userId: member.userId, userName: member.name },
      seen,
      at,
    );
    if (version !== null) return { version, at: at.toISOString() };
    const stored = await findAnswer(work, assessment, id);
    throw new Refusal("conflict", `${stored?.by ?? "Somebody"} answered this while you were writing.`, {
      detail: "Both texts are kept: look at the other one and choose.",
      current: stored && { ...stored, at: stored.at.toISOString() },
    });
  },
);
