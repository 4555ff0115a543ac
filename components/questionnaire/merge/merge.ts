import { type Draft, missingIn } from "../question-item.ts";

export type Side = "mine" | "theirs";

/** What a person chose, field by field, where two answered at once. Null: both changed it, and nobody has chosen. */
export type Merge = {
  level: Side | null;
  confidence: Side | null;
  comment: Side | "both";
  /** Both comments in one, as the person edited it; null: as it was joined. */
  joined: string | null;
};

export const LONGEST_COMMENT = 10_000;

const sameLevel = (a: Draft, b: Draft) => a.maturity === b.maturity && a.notApplicable === b.notApplicable;

/** Where one side alone changed what both began with, that side is chosen; where both wrote a comment, both stay. */
export function startMerge(base: Draft, mine: Draft, theirs: Draft): Merge {
  const only = <Both extends Side | "both" | null>(same: (a: Draft, b: Draft) => boolean, both: Both) =>
    same(mine, theirs) || same(theirs, base) ? ("mine" as const) : same(mine, base) ? ("theirs" as const) : both;
  return {
    level: only(sameLevel, null),
    confidence: only((a, b) => a.confidence === b.confidence, null),
    comment: only((a, b) => a.comment === b.comment, "both"),
    joined: null,
  };
}

/** All of one side. */
export function chooseAll(merge: Merge, side: Side): Merge {
  return { ...merge, level: side, confidence: side, comment: side };
}

export type DifferingField = "level" | "confidence" | "comment";

/** In which fields the two differ, in the order of the form. */
export function differing(mine: Draft, theirs: Draft): DifferingField[] {
  return [
    ...(sameLevel(mine, theirs) ? [] : (["level"] as const)),
    ...(mine.confidence === theirs.confidence ? [] : (["confidence"] as const)),
    ...(mine.comment === theirs.comment ? [] : (["comment"] as const)),
  ];
}

/** Both texts, none of them twice: what both kept of the beginning, then what they added, theirs first. */
export function joinComments(base: string, mine: string, theirs: string): string {
  if (mine.includes(theirs)) return mine;
  if (theirs.includes(mine)) return theirs;
  if (base !== "" && mine.startsWith(base) && theirs.startsWith(base))
    return `${theirs.trimEnd()}\n\n${mine.slice(base.length).trimStart()}`;
  return `${theirs.trimEnd()}\n\n${mine.trimStart()}`;
}

/** The answer that the choices make, and why it cannot be kept yet; null: it can. */
export function mergedDraft(
  merge: Merge,
  sides: { base: Draft; mine: Draft; theirs: Draft },
): { draft: Draft; missing: string | null } {
  const { base, mine, theirs } = sides;
  const level = merge.level === "theirs" ? theirs : mine;
  const draft: Draft = {
    maturity: level.maturity,
    notApplicable: level.notApplicable,
    confidence: merge.confidence === "theirs" ? theirs.confidence : mine.confidence,
    comment:
      merge.comment === "both"
        ? (merge.joined ?? joinComments(base.comment, mine.comment, theirs.comment))
        : sides[merge.comment].comment,
  };
  return { draft, missing: missingIn({ ...draft }) ?? whatIsMissing(merge, draft) };
}

function whatIsMissing(merge: Merge, { comment }: Draft): string | null {
  if (merge.level === null) return "Choose one of the two levels.";
  if (merge.confidence === null) return "Choose how sure the answer is.";
  if (comment.length > LONGEST_COMMENT)
    return `A comment has at most 10,000 characters, and this one has ${comment.length}. Shorten it.`;
  return null;
}
