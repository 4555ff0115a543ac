import { createHash } from "node:crypto";

/** An id of an event that is the same in every export of the same assessment, and says nothing about it. */
export function eventId(...parts: readonly string[]): string {
  return `${createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32)}@chartroom`;
}
