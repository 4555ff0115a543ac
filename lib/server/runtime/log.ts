/** One line of JSON an event. Values that may carry secrets never get here: callers log ids, counts and names of things. */
export function log(
  level: "info" | "warn" | "error",
  event: string,
  details: Record<string, string | number | boolean | null> = {},
): void {
  const line = JSON.stringify({ at: new Date().toISOString(), level, event, ...details });
  (level === "error" ? process.stderr : process.stdout).write(`${line}\n`);
}

/** Name and message of anything thrown, without stack or cause: those may quote data. */
export function errorName(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message.split("\n")[0]?.slice(0, 300)}` : "unknown error";
}
