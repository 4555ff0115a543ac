import "server-only";
import type { ActingMember } from "#lib/access/actor.ts";
import type { Catalog, Control, Question } from "#lib/catalog/control.ts";
import { meaningOf } from "#lib/catalog/meaning-of.ts";
import type { ExchangeHead, ExchangeRow } from "#lib/exchange/exchanged.ts";
import { sayLevel } from "#lib/exchange/level-words.ts";
import { formatDate } from "#lib/presentation/dates.ts";
import type { AnswerRow } from "#lib/server/db/answers.ts";
import { type CarriedRow, listCarried } from "#lib/server/db/carried-answers.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";
import { catalogOf, loadStanding } from "../assessments/load-standing.ts";

/** Where things belong, by their ids. */
type Places = { controls: Map<string, Control>; dimensions: Map<string, string>; concerns: Map<string, string> };

function placesOf({ controls, dimensions, concerns }: Catalog): Places {
  return {
    controls: new Map(controls.map((control) => [control.id, control])),
    dimensions: new Map(dimensions.map(({ id, title }) => [id, title])),
    concerns: new Map(concerns.map(({ id, title }) => [id, title])),
  };
}

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
  const catalog = catalogOf(standing);
  const places = placesOf(catalog);
  const byQuestion = new Map(answers.map((answer) => [answer.question, answer]));
  const leftOut = new Map((catalogue.leftOut ?? []).map(({ question, because }) => [question, because]));
  const asked = new Set(catalogue.asked.map(({ id }) => id));
  const known = [...catalogue.asked, ...catalog.questions.filter(({ id }) => leftOut.has(id) && !asked.has(id))];
  const ids = new Set(known.map(({ id }) => id));
  const carried = standing.signature ? [] : await listCarried(work, assessmentId);
  const waiting = new Map(
    carried.filter(({ question }) => !byQuestion.has(question)).map((row) => [row.question, row]),
  );
  const rows = [
    ...known.map((question) => rowOf(places, question, byQuestion.get(question.id), leftOut.get(question.id) ?? "")),
    ...answers.filter(({ question }) => !ids.has(question)).map((answer) => rowOfRemoved(catalog, places, answer)),
    ...[...waiting.values()].filter(({ question }) => !ids.has(question)).map((answer) => rowOfCarried(places, answer)),
  ].map((row) => ({ ...row, toConfirm: row.toConfirm || sayWaiting(waiting.get(row.question)) }));
  const place = new Map([...places.dimensions.values()].map((title, at) => [title, at]));
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

function rowOf(places: Places, question: Question, answer: AnswerRow | undefined, notAsked: string): ExchangeRow {
  const { id, asks, why, findOut, levels } = question;
  const place = placeOf(places, places.controls.get(question.control));
  return {
    question: id,
    ...place,
    ...{ asks, why, findOut, levels, notAsked },
    meaning: meaningOf(question),
    answer: saidOf(answer),
    toConfirm: answer?.reworded ? `Worded anew since it was answered. Asked then: ${answer.reworded.asks}` : "",
  };
}

function rowOfRemoved(catalog: Catalog, places: Places, answer: AnswerRow): ExchangeRow {
  const question = catalog.questions.find(({ id }) => id === answer.question);
  if (question) return rowOf(places, question, answer, "No longer asked. The answer is kept.");
  return {
    question: answer.question,
    ...placeOf(places, undefined),
    ...{ asks: "", why: "", findOut: "", levels: [], meaning: "" },
    notAsked: "No longer in the catalogue. The answer is kept.",
    answer: saidOf(answer),
    toConfirm: "",
  };
}

/** An earlier answer to a question that is no longer asked. */
function rowOfCarried(places: Places, { question, asked }: CarriedRow): ExchangeRow {
  return {
    question,
    ...placeOf(places, undefined),
    ...{ asks: asked?.asks ?? "", why: "", findOut: "", levels: asked?.levels ?? [], meaning: "", toConfirm: "" },
    notAsked: "No longer asked. The earlier answer is kept.",
    answer: null,
  };
}

function sayWaiting(carried: CarriedRow | undefined): string {
  if (!carried) return "";
  const { from, by, at, comment } = carried;
  const told = `${sayLevel(carried)} (${from}, by ${by}, ${formatDate(at.toISOString())})`;
  return comment === "" ? told : `${told}: ${comment}`;
}

function placeOf(
  { dimensions, concerns }: Places,
  control: Control | undefined,
): Pick<ExchangeRow, "dimension" | "concern" | "control"> {
  return {
    dimension: control ? (dimensions.get(control.dimension) ?? control.dimension) : "",
    concern: control?.concern ? (concerns.get(control.concern) ?? control.concern) : "",
    control: control?.title ?? "",
  };
}

function saidOf(answer: AnswerRow | undefined): ExchangeRow["answer"] {
  if (!answer) return null;
  const { maturity, notApplicable, comment, confidence, version, by, at } = answer;
  return { maturity, notApplicable, comment, confidence, version, by, at: at.toISOString() };
}
