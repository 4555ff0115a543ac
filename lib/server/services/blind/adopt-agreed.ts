import { joinAnswers } from "#lib/blind/join-answers.ts";
import type { Maturity } from "#lib/catalog/framework.ts";
import { RoundId } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { findAnswer, writeAnswer } from "#lib/server/db/answers.ts";
import { refuseFrozenAnswers } from "#lib/server/db/assessment-states.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { loadCatalog } from "../own-questions/load-catalog.ts";
import { verb } from "../verb.ts";
import { appendToLog } from "../workflow/append-to-log.ts";
import { requireUnsigned } from "../workflow/require-unsigned.ts";
import { findRound, outcomeOf } from "./load-round.ts";

const LONGEST_COMMENT = 10_000;

/** Takes what everybody said alike as the answers, in the name of who adopts them. What is answered already is left alone. */
export const adoptAgreed = verb(
  {
    name: "blind.adopt-agreed",
    may: "answers.write",
    input: RoundId,
    writes: ({ assessment, round }, { adopted }: { adopted: string[] }) => ({
      subject: assessment,
      details: { round, adopted: adopted.length },
    }),
  },
  async (work, { assessment, round: id }, member) => {
    await requireUnsigned(work, assessment);
    await refuseFrozenAnswers(work, assessment);
    const round = await findRound(work, assessment, id);
    if (!round.ended) {
      throw new Refusal("refused", "This round is still on.", {
        detail: "Nothing was stored. What everybody says alone is compared once the round is ended.",
      });
    }
    const adopted: string[] = [];
    for (const { question, answers } of (await outcomeOf(work, await loadCatalog(work), round)).agreed) {
      if (await findAnswer(work, assessment, question)) continue;
      const joined = joinAnswers(answers, LONGEST_COMMENT);
      const by = { userId: member.userId, userName: member.name };
      const write = { ...joined, maturity: joined.maturity as Maturity | null, question, ...by };
      if ((await writeAnswer(work, member.organizationId, assessment, write, 0, now())) !== null)
        adopted.push(question);
    }
    if (adopted.length > 0)
      await appendToLog(work, member, assessment, "blind.adopted", { round: id, questions: adopted.length });
    return { adopted };
  },
);
