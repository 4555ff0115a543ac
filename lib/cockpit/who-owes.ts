import { daysBetween } from "#lib/presentation/dates.ts";

export type Person = { id: string; name: string };
/** An open question and the day by which it is to be answered (ISO date); null: none. */
export type OwedQuestion = { id: string; asks: string; dueOn: string | null };
/** An open question with who answers it; null: nobody. */
export type OpenQuestion = OwedQuestion & { owner: Person | null };
/**
 * Something else that waits for somebody: an answer that was sent back, a contradiction that nobody has settled, or a
 * question that they are to answer alone.
 */
export type OpenWork = { kind: "change" | "contradiction" | "alone"; owner: Person | null };

/** What one person owes, or what nobody was made responsible for. */
export type Debt = {
  owner: Person | null;
  /** Nearest due first, those without a day last. */
  questions: OwedQuestion[];
  /** Answers that were sent back to be changed. */
  changes: number;
  /** Contradictions about what is theirs. */
  contradictions: number;
  /** Questions that they are to answer alone; which, nobody else knows. */
  alone: number;
  /** Open questions whose day is over. */
  late: number;
  /** Days since the first of them was due; 0: none is late. */
  lateDays: number;
  /** The next day on which something is due; null: nothing is. */
  nextDue: string | null;
};

/** What is open by person: those who are late first, then whose day comes next; what nobody has comes last. */
export function whoOwes(open: readonly OpenQuestion[], work: readonly OpenWork[], today: string): Debt[] {
  const owners = new Map([...open, ...work].map(({ owner }) => [keyOf(owner), owner]));
  const questions = Map.groupBy(open, ({ owner }) => keyOf(owner));
  const others = Map.groupBy(work, ({ owner }) => keyOf(owner));
  return [...owners]
    .map(([key, owner]) => ({ ...debtOf(questions.get(key) ?? [], others.get(key) ?? [], today), owner }))
    .toSorted(byUrgency);
}

function keyOf(owner: Person | null): string {
  return owner?.id ?? "";
}

function debtOf(own: readonly OpenQuestion[], work: readonly OpenWork[], today: string): Omit<Debt, "owner"> {
  const due = own.flatMap(({ dueOn }) => (dueOn === null ? [] : [dueOn])).toSorted();
  const late = due.filter((day) => day < today);
  const count = (kind: OpenWork["kind"]) => work.filter((each) => each.kind === kind).length;
  return {
    questions: own
      .map(({ id, asks, dueOn }) => ({ id, asks, dueOn }))
      .toSorted((a, b) => (a.dueOn ?? "9999").localeCompare(b.dueOn ?? "9999")),
    changes: count("change"),
    contradictions: count("contradiction"),
    alone: count("alone"),
    late: late.length,
    lateDays: late[0] ? daysBetween(late[0], today) : 0,
    nextDue: due.find((day) => day >= today) ?? null,
  };
}

function byUrgency(a: Debt, b: Debt): number {
  if ((a.owner === null) !== (b.owner === null)) return a.owner === null ? 1 : -1;
  return (
    b.lateDays - a.lateDays ||
    (a.nextDue ?? "9999").localeCompare(b.nextDue ?? "9999") ||
    amountOf(b) - amountOf(a) ||
    (a.owner?.name ?? "").localeCompare(b.owner?.name ?? "")
  );
}

function amountOf({ questions, changes, contradictions, alone }: Debt): number {
  return questions.length + changes + contradictions + alone;
}
