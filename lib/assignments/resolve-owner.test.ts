import fc from "fast-check";
import { expect, test } from "vitest";
import { ASSIGNED_PARTS, type Assignment } from "./assignment.ts";
import { indexAssignments, resolveOwner } from "./resolve-owner.ts";

const place = { question: "q1", concern: "rbac-authorization", dimension: "security" };
const owner = (...assignments: Assignment[]) => resolveOwner(place, indexAssignments(assignments));
const of = (part: Assignment["part"], target: string, memberId: string, dueOn: string | null = null): Assignment => ({
  part,
  target,
  memberId,
  dueOn,
});

test("the narrowest assignment wins, and nobody is nobody", () => {
  const [dimension, concern, question] = [
    of("dimension", "security", "ada"),
    of("concern", "rbac-authorization", "bo"),
    of("question", "q1", "cy"),
  ];
  expect(owner()).toBeNull();
  expect(
    owner(of("dimension", "ci-cd", "ada"), of("concern", "authentication", "bo"), of("question", "q2", "cy")),
  ).toBeNull();
  expect(owner(dimension)).toEqual({ memberId: "ada", dueOn: null, by: "dimension" });
  expect(owner(concern, dimension)).toMatchObject({ memberId: "bo", by: "concern" });
  expect(owner(dimension, question, concern)).toMatchObject({ memberId: "cy", by: "question" });
});

test("a question of no concern goes to its dimension", () => {
  const assigned = indexAssignments([of("concern", "null", "bo"), of("dimension", "security", "ada")]);
  expect(resolveOwner({ ...place, concern: null }, assigned)).toMatchObject({ memberId: "ada" });
});

test("the day is the narrowest one's that has one", () => {
  expect(owner(of("dimension", "security", "ada", "2026-12-04"), of("question", "q1", "cy"))).toEqual({
    memberId: "cy",
    dueOn: "2026-12-04",
    by: "question",
  });
  expect(
    owner(of("dimension", "security", "ada", "2026-12-04"), of("concern", "rbac-authorization", "bo", "2026-12-01"))
      ?.dueOn,
  ).toBe("2026-12-01");
});

test("order does not matter, and a wider assignment never takes from a narrower one", () => {
  const assignment = fc.record({
    part: fc.constantFrom(...ASSIGNED_PARTS),
    target: fc.constantFrom("q1", "rbac-authorization", "security", "other"),
    memberId: fc.constantFrom("ada", "bo", "cy"),
    dueOn: fc.constantFrom(null, "2026-12-01", "2026-12-04"),
  });
  const assignments = fc.uniqueArray(assignment, { selector: ({ part, target }) => `${part} ${target}` });
  fc.assert(
    fc.property(assignments, (all) => {
      const found = owner(...all);
      expect(owner(...all.toReversed())).toEqual(found);
      if (found && found.by !== "dimension")
        expect(owner(...all.filter(({ part }) => part !== "dimension"))?.memberId).toBe(found.memberId);
    }),
  );
});
