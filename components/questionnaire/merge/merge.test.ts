import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Draft, EMPTY_DRAFT } from "../question-item.ts";
import { chooseAll, differing, joinComments, mergedDraft, startMerge } from "./merge.ts";

const draft = (comment: string, more: Partial<Draft> = {}): Draft => ({
  ...EMPTY_DRAFT,
  maturity: 2,
  comment,
  ...more,
});

describe("what is chosen at first", () => {
  test("the side that alone changed a field; nothing where both changed it; both comments", () => {
    const base = draft("a");
    const mine = draft("a mine", { maturity: 3 });
    const theirs = draft("a theirs", { confidence: "high" });
    const merge = startMerge(base, mine, theirs);
    expect(merge).toEqual({ level: "mine", confidence: "theirs", comment: "both", joined: null });
    expect(differing(mine, theirs)).toEqual(["level", "confidence", "comment"]);
    expect(mergedDraft(merge, { base, mine, theirs })).toEqual({
      draft: draft("a theirs\n\nmine", { maturity: 3, confidence: "high" }),
      missing: null,
    });
  });

  test("two levels want a choice, and none is kept before it", () => {
    const sides = { base: EMPTY_DRAFT, mine: draft("", { maturity: 1 }), theirs: draft("", { maturity: 4 }) };
    const merge = startMerge(sides.base, sides.mine, sides.theirs);
    expect(mergedDraft(merge, sides).missing).toBe("Choose one of the two levels.");
    expect(mergedDraft({ ...merge, level: "theirs" }, sides)).toMatchObject({ draft: { maturity: 4 }, missing: null });
  });

  test("a joined comment that is too long says so, and is not cut", () => {
    const sides = { base: draft(""), mine: draft("m".repeat(6_000)), theirs: draft("t".repeat(6_000)) };
    const { draft: merged, missing } = mergedDraft(startMerge(sides.base, sides.mine, sides.theirs), sides);
    expect(merged.comment).toHaveLength(12_002);
    expect(missing).toContain("this one has 12002");
  });

  test("does not apply still wants its reason", () => {
    const sides = { base: draft(""), mine: draft("", { maturity: null, notApplicable: true }), theirs: draft("x") };
    const merge = chooseAll(startMerge(sides.base, sides.mine, sides.theirs), "mine");
    expect(mergedDraft(merge, sides).missing).toBe("Say why it does not apply.");
  });
});

const anyDraft = fc.record({
  maturity: fc.constantFrom<Draft["maturity"][]>(0, 1, 2, 3, 4),
  notApplicable: fc.constant(false),
  comment: fc.string({ maxLength: 12 }),
  confidence: fc.constantFrom<Draft["confidence"][]>("low", "medium", "high"),
});

test("joined, each text is there in whole, and one that holds the other stands alone", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (base, mine, theirs) => {
      const joined = joinComments(base, base + mine, base + theirs);
      expect(joined).toContain(theirs.trim());
      expect(joined).toContain(mine.trim());
    }),
  );
  expect(joinComments("", "a b", "a")).toBe("a b");
});

test("all of one side is that side, and equal fields are never asked about", () => {
  fc.assert(
    fc.property(anyDraft, anyDraft, anyDraft, (base, mine, theirs) => {
      const merge = startMerge(base, mine, theirs);
      expect(mergedDraft(chooseAll(merge, "mine"), { base, mine, theirs }).draft).toEqual(mine);
      expect(mergedDraft(chooseAll(merge, "theirs"), { base, mine, theirs }).draft).toEqual(theirs);
      for (const field of ["level", "confidence"] as const)
        if (merge[field] === null) expect(differing(mine, theirs)).toContain(field);
    }),
  );
});
