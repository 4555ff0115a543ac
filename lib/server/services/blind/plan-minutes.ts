import { PlannedMinutes } from "#lib/contracts/inputs.ts";
import { storePlannedMinutes } from "#lib/server/db/blind-rounds.ts";
import { notFound, verb } from "../verb.ts";
import { requireUnsigned } from "../workflow/require-unsigned.ts";
import { findRound } from "./load-round.ts";

/** Sets how many minutes of the workshop a difference takes. */
export const planMinutes = verb(
  {
    name: "blind.plan-minutes",
    may: "answers.write",
    input: PlannedMinutes,
    writes: ({ assessment, question, minutes }) => ({ subject: assessment, details: { question, minutes } }),
  },
  async (work, { assessment, round: id, question, minutes }, member) => {
    await requireUnsigned(work, assessment);
    const round = await findRound(work, assessment, id);
    if (!round.questions.includes(question)) throw notFound();
    const key = { organizationId: member.organizationId, roundId: id, questionId: question };
    await storePlannedMinutes(work, key, minutes);
    return { minutes };
  },
);
