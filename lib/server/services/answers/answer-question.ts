import { AnswerInput } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { findAnswering, requireOpenToAll } from "#lib/server/db/answering.ts";
import { findAnswer, storeAnswer } from "#lib/server/db/answers.ts";
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
    const { assessment, version: seen, question: id, ...fields } = input;
    const answering = await findAnswering(work, assessment, id, member.userId);
    if (!answering) throw notFound();
    await requireAnswer(work, answering, input);
    const at = now();
    const alone = await writeBlindAnswer(work, member, answering, { ...fields, question: id }, seen, at);
    if (alone !== null) return { version: alone, at: at.toISOString() };
    requireOpenToAll(answering, id);
    const version = await storeAnswer(
      work,
      { organizationId: member.organizationId, assessmentId: assessment },
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
