import { formatDate } from "#lib/presentation/dates.ts";
import { formatThings } from "#lib/presentation/numbers.ts";
import type { Debt } from "./who-owes.ts";

export type Reminder = { subject: string; text: string };

/** As many questions as a mail names; the rest is counted. */
const MOST_NAMED = 10;

type About = {
  assessment: string;
  organization: string;
  from: string;
  /** Address of the questionnaire with what the person owes. */
  href: string;
  today: string;
};

/** The mail to somebody who is late: what, since when, and where to answer it. Plain text of one line each. */
export function remind({ owner, questions, late, lateDays, nextDue }: Debt, about: About): Reminder {
  const { assessment, organization, from, href, today } = about;
  const named = questions.slice(0, MOST_NAMED).map(({ asks }) => `- ${oneLine(asks)}`);
  const more = questions.length - named.length;
  const due = nextDue ? ` The next are due on ${formatDate(nextDue)}.` : "";
  return {
    subject: oneLine(`${formatThings(late, "answer")} late: ${assessment}`),
    text: [
      `${oneLine(owner?.name ?? "")},`,
      `${formatThings(questions.length, "question")} of ${oneLine(assessment)} (${oneLine(organization)}) ${questions.length === 1 ? "waits" : "wait"} for your answer. ${formatThings(late, "is", "are")} late, the first by ${formatThings(lateDays, "day")}.${due}`,
      [...named, ...(more > 0 ? [`- and ${more} more`] : [])].join("\n"),
      `Answer them here: ${href}`,
      `${oneLine(from)} asked for this reminder on ${formatDate(today)}.`,
    ].join("\n\n"),
  };
}

/** A name with a line break in it could add a header or a line of its own. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
