import { z } from "zod";

/** Hexadecimal SHA-256 over the canonical JSON (RFC 8785) of a value. Handed in: the core does not hash. */
export type Digest = (value: unknown) => string;

/** What the first entry of every chain follows. */
export const BEGINNING = "0".repeat(64);

const hash = z.string().regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits");

/** One entry of an assessment's log, as it is exported: one JSON object a line. */
export const LogEntry = z.strictObject({
  organization: z.uuid(),
  assessment: z.uuid(),
  /** 1 for the first, without gaps. */
  number: z.int().min(1),
  /** ISO 8601 in UTC, to the millisecond. */
  at: z.iso.datetime({ precision: 3 }),
  /** The name as it was then. */
  who: z.strictObject({ id: z.uuid(), name: z.string() }),
  kind: z.string().min(1),
  details: z.record(z.string(), z.json()),
  previous: hash,
  hash,
});
export type LogEntry = z.infer<typeof LogEntry>;

/** The end of a chain, to be kept somewhere else: a chain alone cannot show that its end was cut off. */
export type Anchor = { count: number; hash: string };

/**
 * The hash of an entry: the digest of everything that it says, its place and the hash before it included. `format` keeps
 * it apart from any other digest of the product.
 */
export function hashOfEntry(entry: Omit<LogEntry, "hash"> & { hash?: string }, digest: Digest): string {
  const { hash: _, ...said } = entry;
  return digest({ format: "chartroom-log/1", ...said });
}

/** The entry that follows `newest` (null: it is the first), sealed with its hash. */
export function followEntry(
  newest: Anchor | null,
  said: Omit<LogEntry, "number" | "previous" | "hash">,
  digest: Digest,
): LogEntry {
  const entry = { ...said, number: (newest?.count ?? 0) + 1, previous: newest?.hash ?? BEGINNING };
  return { ...entry, hash: hashOfEntry(entry, digest) };
}
