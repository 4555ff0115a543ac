import type { LogEntry } from "./log-entry.ts";

type Details = LogEntry["details"];

/** What an entry of the log says, without who and when. A kind that is not known here is told by its own words. */
export function sayEntry(kind: string, details: Details): string {
  return SAYINGS[kind]?.(details) ?? plainly(kind, details);
}

const SAYINGS: Record<string, (details: Details) => string> = {
  "assessment.submitted": ({ answers, leftOpen }) =>
    `submitted the assessment with ${count(answers, "answer")}${leftOpen ? `, ${count(leftOpen, "question")} left open` : ""}`,
  "assessment.changes-requested": ({ reason, answers }) =>
    `sent the assessment back${answers ? `: ${count(answers, "answer")} to be changed` : ""}${quoted(reason)}`,
  "assessment.accepted": ({ answers }) => `accepted the assessment with ${count(answers, "answer")}`,
  "assessment.signed": () => "signed the assessment",
  "answer.accepted": ({ question, version }) => `accepted the answer to ${question}, version ${version}`,
  "answer.changes-requested": ({ question, version, reason }) =>
    `requested changes of the answer to ${question}, version ${version}${quoted(reason)}`,
  "blind.started": ({ questions, people }) => `had ${people} answer ${count(questions, "question")} alone`,
  "blind.ended": ({ agreed, differing }) =>
    `ended answering alone: ${count(agreed, "question")} agreed, ${count(differing, "question")} to be talked about`,
  "blind.adopted": ({ questions }) => `adopted ${count(questions, "agreed answer")}`,
  "question.left-open": ({ question, reason }) => `left ${question} open${quoted(reason)}`,
  "evidence.added": ({ evidence, title, question, sha256 }) =>
    `added the ${evidence} "${shorten(title)}" to ${question}, SHA-256 ${String(sha256).slice(0, 12)}…`,
  "evidence.withdrawn": ({ evidence, title, question, reason }) =>
    `withdrew the ${evidence} "${shorten(title)}" of ${question}${quoted(reason)}`,
  "answers.imported": ({ fileName, answers, sha256 }) =>
    `imported ${count(Array.isArray(answers) ? answers.length : 0, "answer")} from "${shorten(fileName)}", SHA-256 ${String(sha256).slice(0, 12)}…`,
  "answers.carried": ({ name, carried }) => `carried ${count(carried, "answer")} forward from "${shorten(name)}"`,
  "answers.confirmed": ({ answers }) =>
    `confirmed ${count(Array.isArray(answers) ? answers.length : 0, "answer")} as still true`,
  "roadmap.approved": ({ version, days, accepted, digest }) =>
    `approved version ${version} of the roadmap with ${count(days, "person-day")}${Array.isArray(accepted) && accepted.length > 0 ? `, and accepted ${count(accepted.length, "risk")}` : ""}, SHA-256 ${String(digest).slice(0, 12)}…`,
  "reminders.sent": ({ to }) => `reminded ${names(to)} of late answers`,
  "question.taken-up": ({ question }) => `took up ${question} again`,
};

function plainly(kind: string, details: Details): string {
  const words = kind.replaceAll(/[.-]/g, " ");
  const said = Object.entries(details).filter(([, value]) => ["string", "number", "boolean"].includes(typeof value));
  return said.length === 0 ? words : `${words}: ${said.map(([name, value]) => `${name} ${shorten(value)}`).join(", ")}`;
}

function count(value: unknown, thing: string): string {
  return `${value} ${thing}${value === 1 ? "" : "s"}`;
}

function names(value: unknown): string {
  const all = Array.isArray(value) ? value.map(shorten) : [];
  return all.length <= 1 ? (all[0] ?? "nobody") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}

function quoted(value: unknown): string {
  return typeof value === "string" && value.trim() !== "" ? `: "${shorten(value)}"` : "";
}

function shorten(value: unknown): string {
  const text = String(value).trim();
  return text.length > 280 ? `${text.slice(0, 279)}…` : text;
}
