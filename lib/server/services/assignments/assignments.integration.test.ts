import { afterAll, beforeAll, expect, test } from "vitest";
import { CATALOG } from "#lib/catalog/catalog.ts";
import { freshDatabase, type TestDatabase } from "#lib/server/db/test-database.ts";
import { foundTenant, type Tenant } from "../matrix.fixture.ts";
import { removeMember } from "../members/remove-member.ts";
import { assignPart } from "./assign-part.ts";
import { readAssignments } from "./read-assignments.ts";

let database: TestDatabase;
let home: Tenant;
const actor = () => ({ userId: home.members.admin, organization: home.slug });
const assign = (
  part: "dimension" | "concern" | "question",
  target: string,
  member: string | null,
  dueOn: string | null = null,
) => assignPart(actor(), { assessment: home.assessment, part, target, member, dueOn });
const view = () => readAssignments(actor(), { assessment: home.assessment });
const open = async (member: string) => (await view()).people.find(({ id }) => id === member)?.questions ?? 0;

beforeAll(async () => {
  database = await freshDatabase();
  home = await foundTenant("home", "harbour");
});
afterAll(() => database?.close());

test("questions go to the narrowest assignment, and the rest of a dimension to whoever has it", async () => {
  const { architect, consultant } = home.members;
  const before = await view();
  expect(before.unassigned).toBe(before.total);
  await assign("dimension", "security", architect, "2026-12-04");
  const all = await open(architect);
  expect(all).toBeGreaterThan(20);
  await assign("concern", "rbac-authorization", consultant);
  const rbac = CATALOG.questions.filter(
    ({ control, removed }) =>
      !removed && CATALOG.controls.find(({ id }) => id === control)?.concern === "rbac-authorization",
  );
  expect(await open(consultant)).toBe(rbac.length);
  expect(await open(architect)).toBe(all - rbac.length);
  await assign("question", rbac[0]?.id ?? "", architect);
  expect(await open(architect)).toBe(all - rbac.length + 1);
  const { dimensions, questions, unassigned, total } = await view();
  expect(dimensions.find(({ target }) => target === "security")).toMatchObject({
    member: architect,
    dueOn: "2026-12-04",
  });
  expect(questions).toHaveLength(1);
  expect(unassigned).toBe(total - all);
});

test("an assignment is taken back, and a member who is removed leaves none", async () => {
  const leaving = home.spare[5] ?? "";
  await assign("dimension", "ci-cd", leaving);
  expect(await open(leaving)).toBeGreaterThan(0);
  await removeMember(actor(), { member: leaving });
  expect((await view()).dimensions.find(({ target }) => target === "ci-cd")?.member).toBeNull();
  await assign("dimension", "security", null);
  expect((await view()).dimensions.every(({ member }) => member === null)).toBe(true);
});

test("whoever may not answer is not made responsible, and what does not exist is nobody's", async () => {
  await expect(assign("dimension", "security", home.members.leader)).rejects.toMatchObject({ code: "refused" });
  await expect(assign("dimension", "nothing", home.members.architect)).rejects.toMatchObject({ code: "not-found" });
  await expect(assign("question", "nothing-q1", home.members.architect)).rejects.toMatchObject({ code: "not-found" });
});
