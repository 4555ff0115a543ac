import type { z } from "zod";

/** What does not fit in a file of own questions, in words that say what to write instead. */
export function sayIssue(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return /received undefined$/.test(issue.message)
        ? "is missing"
        : `must be ${KINDS[issue.expected] ?? issue.expected}`;
    case "too_small":
      return `at least ${sayAmount(issue.minimum, issue.origin)}`;
    case "too_big":
      return `at most ${sayAmount(issue.maximum, issue.origin)}`;
    case "invalid_value":
      return `one of ${issue.values.map(String).join(", ")}`;
    case "unrecognized_keys":
      return `takes no ${issue.keys.map((key) => key.slice(0, 40)).join(", ")}`;
    case "invalid_format":
      return sayFormat(issue);
    default:
      return issue.message;
  }
}

const KINDS: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  array: "a list",
  tuple: "a list of five levels",
  object: "a group of fields",
  record: "a group of fields",
};

function sayAmount(amount: number | bigint, origin: string): string {
  if (origin === "string") return `${amount} characters`;
  return origin === "array" || origin === "set" ? `${amount} entries` : String(amount);
}

function sayFormat({ format, path, message, ...issue }: z.core.$ZodIssueInvalidStringFormat): string {
  if (format === "ends_with") return `must end with "${"suffix" in issue ? issue.suffix : ""}"`;
  if (format === "starts_with") return `must begin with "${"prefix" in issue ? issue.prefix : ""}"`;
  const field = path.findLast((part) => typeof part === "string");
  if (field === "why" || field === "findOut") return "must be whole sentences, with a full stop at the end";
  if (field === "id" || field === "dimension") return message;
  return format === "regex" ? "must be without a full stop or a space at the end" : message;
}
