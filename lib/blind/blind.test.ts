import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BlindAnswer } from "./blind-answer.ts";
import { fromBlindVersion, toBlindVersion } from "./blind-version.ts";
import { APPLIES_OR_NOT, compareAnswers } from "./compare-answers.ts";
import { joinAnswers } from "./join-answers.ts";
import { type Compared, planAgenda } from "./plan-agenda.ts";

const said = (name: string, level: number | null, comment = "", confidence: BlindAnswer["confidence"] = "medium") => ({
  ...{ member: name, name, maturity: level, notApplicable: level === null, comment, confidence },
});
const compare = (...levels: (number | null)[]) => compareAnswers(levels.map((level, at) => said(`p${at}`, level)));
const level = fc.constantFrom(0, 1, 2, 3, 4, null);
const compared = fc
  .array(fc.tuple(fc.constantFrom("security", "ci-cd", "scalability"), fc.array(level, { maxLength: 3 })), {
    maxLength: 30,
  })
  .map((all) =>
    all.map(
      ([dimension, levels], at): Compared => ({
        question: `q${at}`,
        dimension,
        answers: levels.map((each, who) => said(`p${who}`, each)),
      }),
    ),
  );

describe("comparing", () => {
  test("levels lie apart, and whether it applies lies furthest", () => {
    expect(compare(2, 2)).toEqual({ kind: "agreed" });
    expect(compare(null, null)).toEqual({ kind: "agreed" });
    expect(compare(1, 4)).toEqual({ kind: "differing", size: 3 });
    expect(compare(0, 2, 1)).toEqual({ kind: "differing", size: 2 });
    expect(compare(0, null)).toEqual({ kind: "differing", size: APPLIES_OR_NOT });
    expect(compare(3)).toEqual({ kind: "one-sided" });
    expect(compare()).toEqual({ kind: "silent" });
  });

  test("who spoke first does not matter", () => {
    fc.assert(
      fc.property(fc.array(level), (levels) => {
        expect(compare(...levels.toReversed())).toEqual(compare(...levels));
      }),
    );
  });

  test("a third voice never makes a difference smaller", () => {
    const size = (...levels: (number | null)[]) => {
      const outcome = compare(...levels);
      return outcome.kind === "differing" ? outcome.size : 0;
    };
    fc.assert(
      fc.property(level, level, level, (a, b, c) => {
        expect(size(a, b, c)).toBeGreaterThanOrEqual(size(a, b));
      }),
    );
  });
});

describe("the agenda", () => {
  test("holds every question once, agreed or to be talked about or silent", () => {
    fc.assert(
      fc.property(compared, (all) => {
        const { agreed, agenda, silent } = planAgenda(all);
        const ids = [
          ...agreed.map(({ question }) => question),
          ...agenda.groups.flatMap(({ items }) => items.map(({ question }) => question)),
          ...silent,
        ];
        expect(ids.toSorted()).toEqual(all.map(({ question }) => question).toSorted());
      }),
    );
  });

  test("begins with the biggest difference, within and among dimensions, and its minutes add up", () => {
    fc.assert(
      fc.property(compared, (all) => {
        const { groups, minutes } = planAgenda(all).agenda;
        const sizes = groups.map(({ items }) => items.map(({ size }) => size));
        for (const each of sizes) expect(each).toEqual(each.toSorted((a, b) => b - a));
        const heads = sizes.map(([head = 0]) => head);
        expect(heads).toEqual(heads.toSorted((a, b) => b - a));
        expect(minutes).toBe(groups.flatMap(({ items }) => items).reduce((sum, item) => sum + item.minutes, 0));
      }),
    );
  });

  test("keeps the minutes that somebody planned", () => {
    const one = { question: "q1", dimension: "security", answers: [said("ada", 0), said("bo", 4)] };
    expect(planAgenda([one]).agenda.minutes).toBe(12);
    expect(planAgenda([one], new Map([["q1", 30]])).agenda.minutes).toBe(30);
  });
});

test("answers that agree become one, with every voice and the least confidence", () => {
  expect(
    joinAnswers([said("Ada", 3, " in code ", "high"), said("Bo", 3, "", "low"), said("Cy", 3, "seen")], 100),
  ).toEqual({
    ...{ maturity: 3, notApplicable: false, confidence: "low", comment: "Ada: in code\n\nCy: seen" },
  });
  const long = joinAnswers([said("Ada", null, "a".repeat(9_999)), said("Bo", null, "b".repeat(9_999))], 10_000);
  expect(long.comment.length).toBeLessThanOrEqual(10_000);
  expect(long.comment).toContain("Bo: b");
});

test("a version of an answer given alone is none of the assessment, and none of the assessment is one", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 900_000 }), (count) => {
      expect(fromBlindVersion(toBlindVersion(count))).toBe(count);
      expect(fromBlindVersion(count)).toBeNull();
    }),
  );
  expect(fromBlindVersion(0)).toBe(0);
});
