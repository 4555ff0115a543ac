import "server-only";
import type { ReportAnswer } from "#lib/report/report.ts";
import { catalogOf, type Standing } from "../assessments/load-standing.ts";

/** Every answer of an assessment, of questions that are no longer asked too. */
export function answersOf(standing: Standing): ReportAnswer[] {
  const catalog = catalogOf(standing);
  const questions = new Map([...catalog.questions, ...standing.catalogue.asked].map((each) => [each.id, each]));
  const controls = new Map(catalog.controls.map((control) => [control.id, control]));
  const titles = new Map([...catalog.dimensions, ...catalog.concerns].map(({ id, title }) => [id as string, title]));
  const asked = new Set(standing.catalogue.asked.map(({ id }) => id));
  return standing.answers.map((answer): ReportAnswer => {
    const { comment, confidence, version, by, maturity } = answer;
    const question = questions.get(answer.question);
    const control = controls.get(question?.control ?? "");
    return {
      question: answer.question,
      dimension: titles.get(control?.dimension ?? "") ?? "",
      concern: titles.get(control?.concern ?? "") ?? "",
      asks: question?.asks ?? "",
      level: maturity,
      says: maturity === null ? "Does not apply" : (question?.levels[maturity] ?? ""),
      ...{ comment, confidence, by, at: answer.at.toISOString(), version },
      standing: !asked.has(answer.question) ? "not-asked" : answer.reworded ? "to-confirm" : "counts",
    };
  });
}
