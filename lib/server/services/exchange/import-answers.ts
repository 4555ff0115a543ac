import { ImportedAnswers } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { writeAnswer } from "#lib/server/db/answers.ts";
import { findAssessment } from "#lib/server/db/assessments.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { requireAnswer } from "../answers/require-answer.ts";
import { notFound, verb } from "../verb.ts";
import { appendToLog } from "../workflow/append-to-log.ts";
import { requireUnsigned } from "../workflow/require-unsigned.ts";

/**
 * Writes the answers that a person chose out of a file, all of them or none: where somebody answered since the file was
 * compared, nothing is stored and the questions are named.
 */
export const importAnswers = verb(
  {
    name: "exchange.import-answers",
    may: "answers.write",
    input: ImportedAnswers,
    writes: (input, output: { imported: number }) => ({
      subject: input.assessment,
      details: { fileName: input.fileName, sha256: input.sha256, imported: output.imported },
    }),
  },
  async (work, { assessment, fileName, sha256, answers }, member) => {
    await requireUnsigned(work, assessment);
    if (new Set(answers.map(({ question }) => question)).size < answers.length)
      throw new Refusal("invalid-input", "A question is answered twice.", {
        detail: "Nothing was stored. Compare the file again and choose one answer for each question.",
      });
    const of = await findAssessment(work, assessment);
    if (!of) throw notFound();
    for (const answer of answers) await requireAnswer(work, of, answer);
    const at = now();
    const overtaken: string[] = [];
    const written: string[] = [];
    // In one order, so that two imports wait for each other instead of both for the other.
    for (const { version: seen, ...said } of answers.toSorted((a, b) => (a.question < b.question ? -1 : 1))) {
      const write = { ...said, userId: member.userId, userName: member.name };
      const version = await writeAnswer(work, member.organizationId, assessment, write, seen, at);
      if (version === null) overtaken.push(said.question);
      else written.push(`${said.question} ${version}`);
    }
    if (overtaken.length > 0)
      throw new Refusal("conflict", sayOvertaken(overtaken.length), {
        detail: "Nothing was stored. Compare the file again: what was answered meanwhile is shown beside yours.",
        current: { questions: overtaken },
      });
    await appendToLog(work, member, assessment, "answers.imported", { fileName, sha256, answers: written });
    return { imported: written.length };
  },
);

function sayOvertaken(count: number): string {
  return count === 1
    ? "One of these questions was answered while you were looking."
    : `${count} of these questions were answered while you were looking.`;
}
