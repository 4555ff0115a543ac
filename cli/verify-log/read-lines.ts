import { LogEntry } from "#lib/workflow/log-entry.ts";

/** The entries of an exported log, or the first line (from 1) that is none; "nothing": not one line is an entry. */
export function readLines(
  text: string,
): { entries: LogEntry[]; bad: { row: number; says: string } | null } | "nothing" {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  while (lines.at(-1)?.trim() === "") lines.pop();
  const entries: LogEntry[] = [];
  for (const [index, line] of lines.entries()) {
    const entry = readLine(line);
    if (typeof entry !== "string") entries.push(entry);
    else if (index === 0 && !lines.slice(1).some((other) => typeof readLine(other) !== "string")) return "nothing";
    else return { entries, bad: { row: index + 1, says: `is not an entry of a log: ${entry}` } };
  }
  return { entries, bad: null };
}

function readLine(line: string): LogEntry | string {
  try {
    const read = LogEntry.safeParse(JSON.parse(line));
    if (read.success) return read.data;
    const [issue] = read.error.issues;
    return `${issue?.path.join(".") || "it"}: ${issue?.message}`;
  } catch {
    return "it is not JSON";
  }
}
