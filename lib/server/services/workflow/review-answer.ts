import { ReviewInput } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { storeReview } from "#lib/server/db/answer-reviews.ts";
import { findAnswer } from "#lib/server/db/answers.ts";
import { refuseFrozenAnswers } from "#lib/server/db/assessment-states.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { notFound, verb } from "../verb.ts";
import { agreedAlone } from "./agreed-alone.ts";
import { appendToLog } from "./append-to-log.ts";
import { requireUnsigned } from "./require-unsigned.ts";

/** Accepts one version of an answer, or requests changes of it with a reason. Nobody reviews what they wrote. */
export const reviewAnswer = verb(
  {
    name: "workflow.review-answer",
    may: "answers.review",
    input: ReviewInput,
    writes: ({ assessment, question, version, verdict }) => ({
      subject: assessment,
      details: { question, version, verdict },
    }),
  },
  async (work, input, member) => {
    const { assessment, question, version, verdict } = input;
    await requireUnsigned(work, assessment);
    await refuseFrozenAnswers(work, assessment);
    const answer = await findAnswer(work, assessment, question);
    if (!answer) throw notFound();
    if (answer.byId === member.userId) {
      throw new Refusal("refused", "You wrote this answer, so somebody else reviews it.", {
        detail: "Nothing was stored. Anyone else who may review can accept it or request changes.",
      });
    }
    if ((await agreedAlone(work, assessment))(answer).includes(member.userId)) {
      throw new Refusal("refused", "You said the same alone, so somebody else reviews this answer.", {
        detail: "Nothing was stored. Anyone who did not take part in the round can accept it or request changes.",
      });
    }
    if (answer.version !== version) {
      throw new Refusal("conflict", `${answer.by} changed this answer while you were reading.`, {
        detail: "Your review was not stored. Load the page again and read the newest version.",
      });
    }
    const reason = verdict === "accepted" ? "" : input.reason.trim();
    if (verdict === "changes-requested" && reason === "") {
      throw new Refusal("invalid-input", "Say what is to be changed.", {
        detail: "Whoever wrote the answer reads your reason beside it.",
        fields: { reason: "Enter what is to be changed" },
      });
    }
    const at = now();
    const review = { question, version, verdict, reason, by: member.name, byId: member.userId, at };
    await storeReview(work, member.organizationId, assessment, review);
    await appendToLog(work, member, assessment, `answer.${verdict}`, {
      ...{ question, version, answeredBy: { id: answer.byId, name: answer.by } },
      ...(reason === "" ? {} : { reason }),
    });
    return { verdict, version, at: at.toISOString() };
  },
);
