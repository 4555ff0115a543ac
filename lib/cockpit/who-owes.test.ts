import fc from "fast-check";
import { expect, test } from "vitest";
import { type OpenQuestion, whoOwes } from "./who-owes.ts";

const [ada, bo] = [
  { id: "ada", name: "Ada" },
  { id: "bo", name: "Bo" },
];
const open = (id: string, owner: OpenQuestion["owner"], dueOn: string | null): OpenQuestion => ({
  id,
  asks: `${id}?`,
  owner,
  dueOn,
});

test("those who are late come first, what nobody has comes last", () => {
  const debts = whoOwes(
    [open("q1", null, null), open("q2", ada, "2026-12-04"), open("q3", bo, "2026-11-20"), open("q4", bo, "2026-11-30")],
    [],
    "2026-11-25",
  );
  expect(debts.map(({ owner, late, lateDays, nextDue }) => [owner?.name ?? "nobody", late, lateDays, nextDue])).toEqual(
    [
      ["Bo", 1, 5, "2026-11-30"],
      ["Ada", 0, 0, "2026-12-04"],
      ["nobody", 0, 0, null],
    ],
  );
});

test("of one person, what is due first comes first, and what has no day last", () => {
  const [debt] = whoOwes(
    [open("q1", bo, null), open("q2", bo, "2026-12-04"), open("q3", bo, "2026-11-20"), open("q4", bo, null)],
    [],
    "2026-11-25",
  );
  expect(debt?.questions.map(({ id }) => id)).toEqual(["q3", "q2", "q1", "q4"]);
});

test("questions that one answers alone are owed by each who takes part, however late they are", () => {
  const alone = { kind: "alone" as const, owner: ada };
  expect(whoOwes([open("q1", bo, null)], [alone, alone], "2026-11-25")).toMatchObject([
    { owner: ada, questions: [], alone: 2, late: 0 },
    { owner: bo, alone: 0 },
  ]);
});

test("who has answered everything still owes what was sent back and what is contradicted", () => {
  const work = [
    { kind: "change" as const, owner: ada },
    { kind: "contradiction" as const, owner: ada },
    { kind: "contradiction" as const, owner: null },
  ];
  expect(whoOwes([], work, "2026-11-25")).toMatchObject([
    { owner: ada, questions: [], changes: 1, contradictions: 1, late: 0 },
    { owner: null, changes: 0, contradictions: 1 },
  ]);
});

test("what is due today is not late", () => {
  expect(whoOwes([open("q1", bo, "2026-11-25")], [], "2026-11-25")).toMatchObject([
    { late: 0, lateDays: 0, nextDue: "2026-11-25" },
  ]);
});

test("nothing is lost and nothing counted twice", () => {
  const question = fc.record({
    id: fc.uuid(),
    asks: fc.constant("?"),
    owner: fc.constantFrom(ada, bo, null),
    dueOn: fc.constantFrom("2026-11-20", "2026-11-25", "2026-12-01", null),
  });
  const work = fc.record({
    kind: fc.constantFrom("change" as const, "contradiction" as const),
    owner: fc.constantFrom(ada, bo, null),
  });
  fc.assert(
    fc.property(fc.array(question), fc.array(work), (questions, others) => {
      const debts = whoOwes(questions, others, "2026-11-25");
      expect(new Set(debts.map(({ owner }) => owner?.id)).size).toBe(debts.length);
      for (const { owner, changes, contradictions } of debts) {
        const own = others.filter((each) => each.owner === owner);
        expect([changes, contradictions]).toEqual([
          own.filter(({ kind }) => kind === "change").length,
          own.filter(({ kind }) => kind === "contradiction").length,
        ]);
      }
      expect(debts.reduce((all, debt) => all + debt.changes + debt.contradictions, 0)).toBe(others.length);
      expect(debts.flatMap((debt) => debt.questions.map(({ id }) => id)).toSorted()).toEqual(
        questions.map(({ id }) => id).toSorted(),
      );
      expect(debts.reduce((all, { late }) => all + late, 0)).toBe(
        questions.filter(({ dueOn }) => dueOn === "2026-11-20").length,
      );
    }),
  );
});
