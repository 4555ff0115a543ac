import fc from "fast-check";
import { expect, test } from "vitest";
import { RecentAnswers } from "./recent-answers.ts";

type Row = { question: string; version: number };
const wanted = (...rows: [string, number][]) => new Map(rows);

test("of many who want a version one reads it, and who wants an older one reads nothing", async () => {
  const recent = new RecentAnswers<Row>();
  const reads: string[][] = [];
  const reader = async (questions: string[]) => {
    reads.push(questions);
    return questions.map((question) => ({ question, version: 3 }));
  };
  const taken = await Promise.all([1, 2, 3].map(() => recent.take(wanted(["a", 3], ["b", 2]), reader)));
  expect(reads).toEqual([["a", "b"]]);
  for (const rows of taken)
    expect(rows).toEqual([
      { question: "a", version: 3 },
      { question: "b", version: 3 },
    ]);
  await recent.take(wanted(["a", 2]), reader);
  expect(reads).toHaveLength(1);
  await recent.take(wanted(["a", 4]), reader);
  expect(reads[1]).toEqual(["a"]);
});

test("a read that fails fails those who waited for it, and the next one reads anew", async () => {
  const recent = new RecentAnswers<Row>();
  const broken = () => Promise.reject(new Error("away"));
  const both = [recent.take(wanted(["a", 1]), broken), recent.take(wanted(["a", 1]), broken)];
  for (const each of both) await expect(each).rejects.toThrow("away");
  expect(await recent.take(wanted(["a", 1]), async () => [{ question: "a", version: 1 }])).toHaveLength(1);
});

test("whoever wants a version that was stored gets it or a newer one, in whatever order readers come and go", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.constantFrom("a", "b"), { minLength: 1, maxLength: 12 }),
      async (s, writes) => {
        const recent = new RecentAnswers<Row>();
        const stored = new Map<string, number>();
        const takes = writes.map((question) => {
          const version = (stored.get(question) ?? 0) + 1;
          stored.set(question, version);
          // What stands when the read is done, which is never older than when it was asked for.
          const reader = (questions: string[]) =>
            s
              .schedule(Promise.resolve())
              .then(() => questions.map((each) => ({ question: each, version: stored.get(each) ?? 0 })));
          return recent
            .take(wanted([question, version]), reader)
            .then(([row]) => row?.version ?? 0)
            .then((got) => got >= version);
        });
        await s.waitAll();
        expect(await Promise.all(takes)).not.toContain(false);
      },
    ),
  );
});
