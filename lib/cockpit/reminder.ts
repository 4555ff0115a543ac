import { daysBetween, formatDate } from "#lib/presentation/dates.ts";
import { formatThings } from "#lib/presentation/numbers.ts";
import type { Debt, OwedQuestion } from "./who-owes.ts";

/** The same words twice: as plain text, and as HTML for those whose mail program prefers it. */
export type Reminder = { subject: string; text: string; html: string };

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
type Part = { is: "line" | "link"; text: string } | { is: "list"; items: string[] };

/** The mail to somebody who is late: what, since when, and where to answer it, the longest late first. */
export function remind(debt: Debt, { today, ...about }: About): Reminder {
  const [assessment, organization, from] = [about.assessment, about.organization, about.from].map(oneLine);
  const { questions, late, lateDays, nextDue } = debt;
  const more = questions.length - MOST_NAMED;
  const due = nextDue ? ` The next are due on ${formatDate(nextDue)}.` : "";
  const parts: Part[] = [
    { is: "line", text: `${oneLine(debt.owner?.name ?? "")},` },
    {
      is: "line",
      text: `${formatThings(questions.length, "question")} of ${assessment} (${organization}) ${questions.length === 1 ? "waits" : "wait"} for your answer. ${formatThings(late, "is", "are")} late, the first by ${formatThings(lateDays, "day")}.${due}`,
    },
    {
      is: "list",
      items: [
        ...questions.slice(0, MOST_NAMED).map((question) => named(question, today)),
        ...(more > 0 ? [`and ${more} more`] : []),
      ],
    },
    ...besides(debt),
    { is: "link", text: about.href },
    { is: "line", text: `${from} asked for this reminder on ${formatDate(today)}.` },
  ];
  return {
    subject: oneLine(`${formatThings(late, "answer")} late: ${assessment}`),
    text: parts.map(asText).join("\n\n"),
    html: `<!doctype html><html lang="en"><body style="font-family:sans-serif;line-height:1.5">${parts.map(asHtml).join("")}</body></html>`,
  };
}

/** What else waits for the person; it does not make them late. */
function besides({ changes, contradictions, alone }: Debt): Part[] {
  const said = [
    ...(alone > 0 ? [`${formatThings(alone, "question")} to be answered by you alone`] : []),
    ...(changes > 0 ? [`${formatThings(changes, "answer")} to be changed`] : []),
    ...(contradictions > 0 ? [`${formatThings(contradictions, "contradiction")} to be settled`] : []),
  ];
  return said.length > 0
    ? [
        {
          is: "line",
          text: `Besides, there ${alone + changes + contradictions === 1 ? "is" : "are"} ${said.join(" and ")}.`,
        },
      ]
    : [];
}

function named({ asks, dueOn }: OwedQuestion, today: string): string {
  if (dueOn === null) return oneLine(asks);
  const late = daysBetween(dueOn, today);
  return `${late > 0 ? `${formatThings(late, "day")} late` : `due on ${formatDate(dueOn)}`}: ${oneLine(asks)}`;
}

function asText(part: Part): string {
  if (part.is === "list") return part.items.map((item) => `- ${item}`).join("\n");
  return part.is === "link" ? `Answer them here: ${part.text}` : part.text;
}

function asHtml(part: Part): string {
  if (part.is === "list") return `<ul>${part.items.map((item) => `<li>${escaped(item)}</li>`).join("")}</ul>`;
  return part.is === "link"
    ? `<p><a href="${escaped(part.text)}">Answer them here</a></p>`
    : `<p>${escaped(part.text)}</p>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? "");
}

/**
 * A name with a line break in it could add a header or a line of its own, one with marks of direction could turn what follows
 * around.
 */
function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, " ").trim();
}
