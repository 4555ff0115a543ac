import "server-only";
import type { ActingMember } from "#lib/access/actor.ts";
import { MATURITY_NAMES } from "#lib/catalog/control.ts";
import type { Disagreement } from "#lib/evidence/ledger/disagreement.ts";
import { type AnswerRow, writeAnswer } from "#lib/server/db/answers.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";
import type { Standing } from "../assessments/load-standing.ts";

type Asked = { assessment: string; standing: Standing; differs: Disagreement; at: Date };

/**
 * Makes the answers about a control say what was seen, each with a comment that tells what it said before. Answers the
 * questions that were changed. An answer that changes in the same moment stays as it is: it is somebody's newer claim.
 */
export async function answerAsSeen(work: Work, member: ActingMember, asked: Asked): Promise<string[]> {
  const { assessment, standing, differs, at } = asked;
  const questions = new Set(
    standing.catalogue.asked.filter(({ control }) => control === differs.control).map(({ id }) => id),
  );
  const changed: string[] = [];
  for (const answer of standing.answers.filter(({ question }) => questions.has(question))) {
    if (answer.maturity === differs.seen) continue;
    const write = {
      question: answer.question,
      maturity: differs.seen,
      notApplicable: false,
      comment: commentOf(answer, differs),
      confidence: "high" as const,
      userId: member.userId,
      userName: member.name,
    };
    if ((await writeAnswer(work, member.organizationId, assessment, write, answer.version, at)) !== null)
      changed.push(answer.question);
  }
  return changed;
}

function commentOf({ maturity, comment }: AnswerRow, { clusterName, sentence }: Disagreement): string {
  const before = maturity === null ? "does not apply" : MATURITY_NAMES[maturity];
  return `As seen on ${clusterName}. ${sentence} Before: ${before}.${comment ? ` ${comment}` : ""}`.slice(0, 10_000);
}
