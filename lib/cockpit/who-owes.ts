import { daysBetween } from "#lib/presentation/dates.ts";

/** An open question and the day by which it is to be answered (ISO date); null: none. */
export type OwedQuestion = { id: string; asks: string; dueOn: string | null };
/** An open question with who answers it; null: nobody. */
export type OpenQuestion = OwedQuestion & { owner: { id: string; name: string } | null };

/** What one person owes, or what nobody was made responsible for. */
export type Debt = {
  owner: { id: string; name: string } | null;
  /** Nearest due first, those without a day last. */
  questions: OwedQuestion[];
  /** Open questions whose day is over. */
  late: number;
  /** Days since the first of them was due; 0: none is late. */
  lateDays: number;
  /** The next day on which something is due; null: nothing is. */
  nextDue: string | null;
};

/** Open questions by person: those who are late first, then whose day comes next; what nobody has comes last. */
export function whoOwes(open: readonly OpenQuestion[], today: string): Debt[] {
  const byOwner = Map.groupBy(open, ({ owner }) => owner?.id ?? "");
  return [...byOwner.values()].map((own) => debtOf(own, today)).toSorted(byUrgency);
}

function debtOf(own: readonly OpenQuestion[], today: string): Debt {
  const due = own.flatMap(({ dueOn }) => (dueOn === null ? [] : [dueOn])).toSorted();
  const late = due.filter((day) => day < today);
  return {
    owner: own[0]?.owner ?? null,
    questions: own
      .map(({ id, asks, dueOn }) => ({ id, asks, dueOn }))
      .toSorted((a, b) => (a.dueOn ?? "9999").localeCompare(b.dueOn ?? "9999")),
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
    b.questions.length - a.questions.length ||
    (a.owner?.name ?? "").localeCompare(b.owner?.name ?? "")
  );
}
