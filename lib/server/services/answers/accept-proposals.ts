import { CATALOG } from "#lib/catalog/catalog.ts";
import { AcceptProposals } from "#lib/contracts/inputs.ts";
import { proposeAnswers } from "#lib/evidence/propose-answers.ts";
import { findAnswer, writeAnswer } from "#lib/server/db/answers.ts";
import { refuseFrozenAnswers } from "#lib/server/db/assessment-states.ts";
import { listBlindQuestions } from "#lib/server/db/blind-rounds.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { loadStanding } from "../assessments/load-standing.ts";
import { verb } from "../verb.ts";

/** Takes what the scans propose as the answers to these questions; questions that somebody answered already are left alone. */
export const acceptProposals = verb(
  {
    name: "answers.accept-proposals",
    may: "answers.write",
    input: AcceptProposals,
    writes: (input, output: { accepted: string[] }) => ({
      subject: input.assessment,
      details: { accepted: output.accepted.length },
    }),
  },
  async (work, input, member) => {
    await refuseFrozenAnswers(work, input.assessment);
    const standing = await loadStanding(work, input.assessment, member.scanMaxAgeDays);
    const proposals = proposeAnswers(
      CATALOG,
      standing.clusters.flatMap(({ verdicts }) => verdicts.verdicts.flatMap(({ evidence }) => evidence)),
    );
    const blind = await listBlindQuestions(work, input.assessment);
    const accepted: string[] = [];
    for (const question of new Set(input.questions)) {
      const proposal = proposals.find((each) => each.question === question);
      // Who answers alone accepts one by one: what all accept, all would see.
      if (!proposal || blind.has(question) || (await findAnswer(work, input.assessment, question))) continue;
      const write = {
        question,
        maturity: proposal.maturity,
        notApplicable: false,
        comment: `As the scan shows: ${proposal.says}`,
        confidence: "high" as const,
        userId: member.userId,
        userName: member.name,
      };
      if ((await writeAnswer(work, member.organizationId, input.assessment, write, 0, now())) !== null)
        accepted.push(question);
    }
    return { accepted };
  },
);
