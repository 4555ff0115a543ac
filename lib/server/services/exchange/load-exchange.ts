import "server-only";
import type { ActingMember } from "#lib/access/actor.ts";
import { CATALOG } from "#lib/catalog/catalog.ts";
import type { Control, Question } from "#lib/catalog/control.ts";
import { meaningOf } from "#lib/catalog/meaning-of.ts";
import type { ExchangeHead, ExchangeRow } from "#lib/exchange/exchanged.ts";
import type { AnswerRow } from "#lib/server/db/answers.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";
import { loadStanding } from "../assessments/load-standing.ts";

const CONTROLS = new Map(CATALOG.controls.map((control) => [control.id, control]));
const DIMENSIONS = new Map(CATALOG.dimensions.map(({ id, title }) => [id, title]));
const CONCERNS = new Map(CATALOG.concerns.map(({ id, title }) => [id, title]));

/**
 * The questionnaire of an assessment as it leaves the portal: all that is asked, all that is left out with the reason, and
 * every answer, whether its question is still asked or not.
 */
export async function loadExchange(
  work: Work,
  member: ActingMember,
  assessmentId: string,
): Promise<{ head: ExchangeHead; rows: ExchangeRow[] }> {
  const standing = await loadStanding(work, assessmentId, member.scanMaxAgeDays);
  const { assessment, catalogue, answers } = standing;
  const byQuestion = new Map(answers.map((answer) => [answer.question, answer]));
  const leftOut = new Map((catalogue.leftOut ?? []).map(({ question, because }) => [question, because]));
  const asked = new Set(catalogue.asked.map(({ id }) => id));
  const known = [...catalogue.asked, ...CATALOG.questions.filter(({ id }) => leftOut.has(id) && !asked.has(id))];
  const ids = new Set(known.map(({ id }) => id));
  const rows = [
    ...known.map((question) => rowOf(question, byQuestion.get(question.id), leftOut.get(question.id) ?? "")),
    ...answers.filter(({ question }) => !ids.has(question)).map(rowOfRemoved),
  ];
  const place = new Map([...DIMENSIONS.values()].map((title, at) => [title, at]));
  return {
    head: {
      assessment: { id: assessment.id, name: assessment.name },
      organization: member.organizationName,
      catalogue: catalogue.version,
      exportedAt: standing.at,
    },
    rows: rows.toSorted((a, b) => (place.get(a.dimension) ?? 99) - (place.get(b.dimension) ?? 99)),
  };
}

function rowOf(question: Question, answer: AnswerRow | undefined, notAsked: string): ExchangeRow {
  const { id, asks, why, findOut, levels } = question;
  const place = placeOf(CONTROLS.get(question.control));
  return {
    question: id,
    ...place,
    ...{ asks, why, findOut, levels, notAsked },
    meaning: meaningOf(question),
    answer: saidOf(answer),
  };
}

function rowOfRemoved(answer: AnswerRow): ExchangeRow {
  const question = CATALOG.questions.find(({ id }) => id === answer.question);
  if (question) return rowOf(question, answer, "No longer asked. The answer is kept.");
  return {
    question: answer.question,
    ...placeOf(undefined),
    ...{ asks: "", why: "", findOut: "", levels: [], meaning: "" },
    notAsked: "No longer in the catalogue. The answer is kept.",
    answer: saidOf(answer),
  };
}

function placeOf(control: Control | undefined): Pick<ExchangeRow, "dimension" | "concern" | "control"> {
  return {
    dimension: control ? (DIMENSIONS.get(control.dimension) ?? control.dimension) : "",
    concern: control?.concern ? (CONCERNS.get(control.concern) ?? control.concern) : "",
    control: control?.title ?? "",
  };
}

function saidOf(answer: AnswerRow | undefined): ExchangeRow["answer"] {
  if (!answer) return null;
  const { maturity, notApplicable, comment, confidence, version, by, at } = answer;
  return { maturity, notApplicable, comment, confidence, version, by, at: at.toISOString() };
}
