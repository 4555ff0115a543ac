import type { ResourceRef } from "#lib/kubernetes/object.ts";

/**
 * A fault that somebody answers for, for a while. What it matches still fails, in every score; it is only not planned.
 * Patterns match the whole word; "*" stands for any characters, also for none; "" matches anything.
 */
export type Exception = {
  id: string;
  check: string;
  kind: string;
  namespace: string;
  name: string;
  owner: string;
  reason: string;
  /** ISO date; the last day on which it holds, in UTC. */
  endsOn: string;
};

/** Whether it still holds at a time (ISO 8601). */
export function isInForce({ endsOn }: Pick<Exception, "endsOn">, at: string): boolean {
  return at.slice(0, 10) <= endsOn;
}

/** Whether an exception speaks of this result of this check. Objects without a namespace match an empty pattern or "*". */
export function isExcepted(exception: Exception, check: string, { kind, namespace = "", name }: ResourceRef): boolean {
  return (
    exception.check === check &&
    isLike(exception.kind, kind) &&
    isLike(exception.namespace, namespace) &&
    isLike(exception.name, name)
  );
}

/** Wildcards by hand: linear in practice, and no pattern of a person becomes a regular expression. */
export function isLike(pattern: string, word: string): boolean {
  if (pattern === "") return true;
  const [head = "", ...rest] = pattern.split("*");
  if (rest.length === 0) return word === pattern;
  if (!word.startsWith(head)) return false;
  const tail = rest.pop() ?? "";
  let at = head.length;
  for (const part of rest) {
    const found = word.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return word.length - tail.length >= at && word.endsWith(tail);
}
