import { type Catalog, MATURITY_NAMES } from "#lib/catalog/control.ts";
import type { Answer, Evidence } from "./evidence.ts";

/** What an answer says, as evidence about its control. */
export function attest(answer: Answer): Evidence {
  const { control, at, by, comment, confidence } = answer;
  const level = answer.maturity === null ? "not applicable" : MATURITY_NAMES[answer.maturity];
  return {
    control,
    strength: "attested",
    maturity: answer.maturity ?? "not-applicable",
    at,
    stale: false,
    says: `${by} answered "${level}" on ${at.slice(0, 10)}${comment ? `: ${comment}` : "."}`,
    source: { kind: "answer", answerId: answer.id, by, comment, confidence },
  };
}

/** The answers that count: the newest to each question that is still asked, by control. */
export function currentAnswers(catalog: Catalog, answers: readonly Answer[]): Map<string, Answer[]> {
  const controlOf = new Map(
    catalog.questions.filter((asked) => !asked.removed).map((asked) => [asked.id, asked.control]),
  );
  const newest = new Map<string, Answer>();
  for (const answer of answers) {
    const control = controlOf.get(answer.question);
    const other = newest.get(answer.question);
    if (control !== undefined && (!other || answer.at >= other.at)) newest.set(answer.question, { ...answer, control });
  }
  return Map.groupBy(newest.values(), (answer) => answer.control);
}
