import { type Anchor, BEGINNING, type Digest, hashOfEntry, type LogEntry } from "./log-entry.ts";

/** `row` counts from 1 in the order given; `says` is a sentence without its full stop. */
export type LogFault = {
  row: number;
  fault: "edited" | "missing" | "inserted" | "reordered" | "rewritten" | "foreign" | "cut off";
  says: string;
};
export type LogVerdict = { ok: true; end: Anchor } | ({ ok: false } & LogFault);

/**
 * Whether entries are the whole, untouched log of one assessment, in order; names the first row that is not as it was
 * written. An anchor, kept outside of the log, shows what the chain alone cannot: that its end is missing, or that all of it
 * was written anew. Entries that came after the anchor are allowed.
 */
export function verifyLog(entries: readonly LogEntry[], digest: Digest, anchor: Anchor | null = null): LogVerdict {
  const fault = brokenRow(entries, digest, anchor) ?? brokenEnd(entries, anchor);
  if (fault) return { ok: false, ...fault };
  return { ok: true, end: { count: entries.length, hash: entries.at(-1)?.hash ?? BEGINNING } };
}

function brokenRow(entries: readonly LogEntry[], digest: Digest, anchor: Anchor | null): LogFault | null {
  let before = BEGINNING;
  for (const [index, entry] of entries.entries()) {
    const row = index + 1;
    const first = entries[0];
    if (first && (entry.assessment !== first.assessment || entry.organization !== first.organization))
      return { row, fault: "foreign", says: "belongs to the log of another assessment" };
    if (hashOfEntry(entry, digest) !== entry.hash)
      return { row, fault: "edited", says: "does not say what it said when it was written" };
    if (entry.number !== row) return misplaced(entries, index);
    if (entry.previous !== before) return unlinked(entries, index, anchor);
    before = entry.hash;
  }
  return null;
}

/** An intact entry with another number than its place. */
function misplaced(entries: readonly LogEntry[], index: number): LogFault {
  const row = index + 1;
  const number = entries[index]?.number ?? 0;
  if (number < row) {
    // Two entries claim one place: the one that nobody follows was put in.
    const twin = entries.findIndex((entry) => entry.number === number);
    const twinIsFollowed = entries.some((entry) => entry.previous === entries[twin]?.hash);
    const bad = twinIsFollowed ? row : twin + 1;
    return { row: bad, fault: "inserted", says: `was put in: entry ${number} stands here twice` };
  }
  return entries.some((entry) => entry.number === row)
    ? { row, fault: "reordered", says: `is entry ${number}, and entry ${row} stands elsewhere` }
    : { row, fault: "missing", says: `is entry ${number}: entry ${row} is missing` };
}

/** An intact entry in its place that follows another entry than the one before it: one of the two was written anew. */
function unlinked(entries: readonly LogEntry[], index: number, anchor: Anchor | null): LogFault {
  const row = index + 1;
  const entry = entries[index];
  const genuine = entries[index + 1]?.previous === entry?.hash || anchor?.hash === entry?.hash;
  return genuine && index > 0
    ? { row: row - 1, fault: "rewritten", says: `was written anew: entry ${row} follows something else` }
    : { row, fault: "rewritten", says: `was written anew: it does not follow entry ${row - 1}` };
}

function brokenEnd(entries: readonly LogEntry[], anchor: Anchor | null): LogFault | null {
  if (!anchor) return null;
  if (entries.length < anchor.count)
    return {
      row: entries.length + 1,
      fault: "cut off",
      says: `is missing: the log ends after ${entries.length} of ${anchor.count} entries`,
    };
  const anchored = anchor.count === 0 ? BEGINNING : entries[anchor.count - 1]?.hash;
  return anchored === anchor.hash
    ? null
    : {
        row: Math.max(anchor.count, 1),
        fault: "rewritten",
        says: "is not the one that the anchor names: the log was written anew",
      };
}
