import { daysBetween } from "#lib/presentation/dates.ts";

/** Something that was open from a moment on (null: from the first day) until another (null: it still is). ISO times. */
export type Span = { from: string | null; to: string | null };
export type BurnDownInput = {
  /** Days to show, ISO dates in order. */
  days: readonly string[];
  /** Days after this one have not been. */
  today: string;
  questions: readonly Span[];
  contradictions: readonly Span[];
  /** Controls without fresh evidence. */
  evidence: readonly Span[];
};
/** What was open at the end of a day; null: that day has not been. `ideal` is of questions alone. */
export type BurnDownDay = {
  day: string;
  questions: number | null;
  contradictions: number | null;
  evidence: number | null;
  ideal: number;
};

/**
 * Open questions, contradictions and controls without evidence at the end of each day, from when each was opened and closed.
 * The ideal line falls evenly from all questions at the start to none on `readyOn`.
 */
export function burnDown(input: BurnDownInput, readyOn: string): BurnDownDay[] {
  const { days, today, questions, contradictions, evidence } = input;
  const [first = today] = days;
  const length = Math.max(1, daysBetween(first, readyOn));
  return days.map((day) => {
    const count = (spans: readonly Span[]) => (day > today ? null : spans.filter((span) => isOpenAt(span, day)).length);
    const left = Math.max(0, 1 - daysBetween(first, day) / length);
    return {
      day,
      questions: count(questions),
      contradictions: count(contradictions),
      evidence: count(evidence),
      ideal: questions.length * left,
    };
  });
}

function isOpenAt({ from, to }: Span, day: string): boolean {
  return (from === null || from.slice(0, 10) <= day) && (to === null || to.slice(0, 10) > day);
}
