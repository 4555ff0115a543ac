import { formatList, formatThings } from "#lib/presentation/numbers.ts";
import type { readCockpit } from "#lib/server/services/cockpit/read-cockpit.ts";

type View = Awaited<ReturnType<typeof readCockpit>>;

/** How the two weeks go, in one sentence. */
export function titleOfCockpit({ assessment, calendar, debts, open, today }: View): string {
  if (assessment.state === "signed") {
    const isReadOut = calendar.some(({ id, standing }) => id === "read-out" && standing === "done");
    return isReadOut ? "Signed, and its day of read-out has come" : "Signed, and ready to be read out";
  }
  const late = calendar.filter(({ standing }) => standing === "late").length;
  const people = debts.filter((debt) => debt.late > 0).length;
  const [first] = calendar;
  if (first && first.on > today) return "The two weeks have not begun";
  if (late > 0) {
    const owing = people > 0 ? `, and ${formatThings(people, "person owes", "people owe")} late answers` : "";
    return `${formatThings(late, "milestone is", "milestones are")} late${owing}`;
  }
  if (people > 0) return `${formatThings(people, "person owes", "people owe")} late answers`;
  const [risk] = calendar.flatMap((milestone) => (milestone.risk ? [milestone.risk] : []));
  if (risk?.kind === "behind") return `${formatThings(risk.questions, "question")} behind an even pace`;
  if (risk) return "On time, but planned in an order that cannot be kept";
  if (open.questions > 0) return `On time, with ${formatThings(open.questions, "question")} to answer`;
  return open.contradictions > 0
    ? `On time, with ${formatThings(open.contradictions, "contradiction")} to settle`
    : "On time, with every question answered";
}

/** What is owed in all, in one sentence. */
export function sayDebts({ assessment, debts, open }: View): string {
  if (assessment.state === "signed") return "Nothing is owed any more: what is signed is frozen.";
  const changes = debts.reduce((all, debt) => all + debt.changes, 0);
  const owed = [
    ...(open.questions > 0 ? [`${formatThings(open.questions, "question")} without an answer`] : []),
    ...(changes > 0 ? [`${formatThings(changes, "answer")} to change`] : []),
    ...(open.contradictions > 0 ? [`${formatThings(open.contradictions, "contradiction")} to settle`] : []),
  ];
  if (owed.length === 0) return "Every question has an answer, or a reason why it is left open.";
  return `${formatList(owed)}. Those who are late come first.`;
}
