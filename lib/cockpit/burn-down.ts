import { addDays } from "#lib/presentation/dates.ts";
import { workingDaysBetween } from "./working-days.ts";

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
/**
 * What was open at the end of a day, or before the first (`day` is null); null: that day has not been. `ideal` is of
 * questions alone.
 */
export type BurnDownDay = {
  day: string | null;
  questions: number | null;
  contradictions: number | null;
  evidence: number | null;
  ideal: number;
};

/**
 * Open questions, contradictions and controls without evidence before the first day and at the end of each, from when each
 * was opened and closed. The ideal line falls by the same amount each working day, from all questions before the first day
 * to none at the end of `readyOn`.
 */
export function burnDown(input: BurnDownInput, readyOn: string): BurnDownDay[] {
  const { days, today, questions, contradictions, evidence } = input;
  const [first] = days;
  if (!first) return [];
  const pace = paceOf(questions.length, first, readyOn);
  const hasBegun = first <= today;
  const start: BurnDownDay = {
    day: null,
    questions: hasBegun ? beforeFirst(questions, first) : null,
    contradictions: hasBegun ? beforeFirst(contradictions, first) : null,
    evidence: hasBegun ? beforeFirst(evidence, first) : null,
    ideal: questions.length,
  };
  const ends = days.map((day): BurnDownDay => {
    const count = (spans: readonly Span[]) => (day > today ? null : spans.filter((span) => isOpenAt(span, day)).length);
    return {
      day,
      questions: count(questions),
      contradictions: count(contradictions),
      evidence: count(evidence),
      ideal: pace(day),
    };
  });
  return [start, ...ends];
}

/** How many more questions are open now than an even pace had left at the end of the day before; 0: none. */
export function questionsBehind(questions: readonly Span[], first: string, readyOn: string, today: string): number {
  if (first >= today) return 0;
  const left = paceOf(questions.length, first, readyOn);
  const open = questions.filter(({ to }) => to === null).length;
  return Math.max(0, Math.ceil(open - left(addDays(today, -1)) - 1e-9));
}

/** What an even pace leaves at the end of a day. */
function paceOf(all: number, first: string, readyOn: string): (day: string) => number {
  const length = workingDaysBetween(first, readyOn);
  return (day) => (length === 0 ? 0 : all * Math.max(0, 1 - workingDaysBetween(first, day) / length));
}

function beforeFirst(spans: readonly Span[], first: string): number {
  return spans.filter(
    ({ from, to }) => (from === null || from.slice(0, 10) < first) && (to === null || to.slice(0, 10) >= first),
  ).length;
}

function isOpenAt({ from, to }: Span, day: string): boolean {
  return (from === null || from.slice(0, 10) <= day) && (to === null || to.slice(0, 10) > day);
}
