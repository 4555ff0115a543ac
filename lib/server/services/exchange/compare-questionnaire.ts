import { createHash } from "node:crypto";
import type { Question } from "#lib/catalog/control.ts";
import { meaningOf } from "#lib/catalog/meaning-of.ts";
import { ComparedQuestionnaire } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { NoQuestionnaire, type ReadExchange } from "#lib/exchange/exchanged.ts";
import { type Known, type MergedRow, mergeRows } from "#lib/exchange/merge-rows.ts";
import { readQuestionnaireFile } from "#lib/server/collect/read-questionnaire-file.ts";
import { findRevisions, revisionKey } from "#lib/server/db/answer-revisions.ts";
import { listAnswers } from "#lib/server/db/answers.ts";
import { type AssessmentRow, findAssessment } from "#lib/server/db/assessments.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";
import { loadCatalog } from "../own-questions/load-catalog.ts";
import { longVerb, notFound } from "../verb.ts";

export type ComparedRow = MergedRow & { asks: string; levels: readonly string[] };

/** What an import of this file would do: nothing is written. Refuses a file that is no questionnaire. */
export const compareQuestionnaire = longVerb(
  { name: "exchange.compare-questionnaire", may: "answers.write", input: ComparedQuestionnaire },
  async (inWork, { assessment, fileName, content }) => {
    // Who may not see the assessment learns nothing of the file either.
    await inWork(async (work) => requireAssessment(work, assessment));
    const read = readOrRefuse(content, fileName);
    const { questions, ...merged } = await inWork(async (work) => {
      const { questions } = await loadCatalog(work, await requireAssessment(work, assessment));
      const byId = new Map(questions.map((question) => [question.id, question]));
      const known = await loadKnown(work, assessment, byId, read);
      return { ...mergeRows(read.rows, known, read.assessment === assessment), questions: byId };
    }, "one moment");
    const counts = Map.groupBy(merged.rows, ({ is }) => is);
    const count = (is: MergedRow["is"]) => counts.get(is)?.length ?? 0;
    return {
      fileName,
      sha256: createHash("sha256").update(content).digest("hex"),
      ofThisAssessment: read.assessment === assessment,
      rows: [
        ...(counts.get("conflict") ?? []),
        ...(counts.get("asked-differently") ?? []),
        ...(counts.get("changed") ?? []),
      ].map((row): ComparedRow => {
        const { asks = row.question, levels = [] } = questions.get(row.question) ?? {};
        return { ...row, asks, levels };
      }),
      unchanged: count("unchanged"),
      newerHere: count("newer-here"),
      leftBlank: count("left-blank"),
      refused: [...read.refused, ...merged.refused],
    };
  },
);

function readOrRefuse(content: Uint8Array, fileName: string): ReadExchange {
  try {
    return readQuestionnaireFile(content, fileName);
  } catch (error) {
    if (error instanceof NoQuestionnaire) throw new Refusal("refused", error.message, { detail: error.detail });
    throw error;
  }
}

async function requireAssessment(work: Work, id: string): Promise<AssessmentRow> {
  const found = await findAssessment(work, id);
  if (!found) throw notFound();
  return found;
}

async function loadKnown(
  work: Work,
  assessment: string,
  questions: ReadonlyMap<string, Question>,
  { rows }: ReadExchange,
): Promise<(question: string) => Known> {
  const answers = new Map((await listAnswers(work, assessment)).map((answer) => [answer.question, answer]));
  const past = await findRevisions(
    work,
    assessment,
    // A version that the portal has not reached yet cannot be found in its history.
    rows.filter(({ question, version }) => version > 0 && version <= (answers.get(question)?.version ?? 0)),
  );
  return (id) => {
    const question = questions.get(id);
    const stored = answers.get(id);
    return {
      asked: question ? (question.removed ? "removed" : { meaning: meaningOf(question) }) : null,
      stored: stored ? { ...stored, at: stored.at.toISOString() } : null,
      atVersion: (version) => past.get(revisionKey(id, version)) ?? null,
    };
  };
}
