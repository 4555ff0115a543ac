import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CATALOG } from "#lib/catalog/catalog.ts";
import { freshDatabase, type TestDatabase } from "#lib/server/db/test-database.ts";
import { inOrganization } from "#lib/server/db/unit-of-work.ts";
import { plainText } from "#lib/threads/mentions.ts";
import { foundTenant, type Tenant } from "../matrix.fixture.ts";
import { removeMember } from "../members/remove-member.ts";
import { readOrganization } from "../organizations/read-organization.ts";
import { signed } from "../workflow/ready-assessments.fixture.ts";
import { addComment } from "./add-comment.ts";
import { markMentionsRead } from "./mark-mentions-read.ts";
import { readMentions } from "./read-mentions.ts";
import { readThread } from "./read-thread.ts";
import { readThreads } from "./read-threads.ts";
import { resolveThread } from "./resolve-thread.ts";
import { withdrawComment } from "./withdraw-comment.ts";

let database: TestDatabase;
let home: Tenant;
const by = (role: keyof Tenant["members"]) => ({ userId: home.members[role], organization: home.slug });
const [first = "", second = "", third = "", fourth = ""] = CATALOG.questions.map(({ id }) => id);
const at = (question: string) => ({ assessment: home.assessment, question });
const say = (role: keyof Tenant["members"], question: string, text: string) =>
  addComment(by(role), { ...at(question), text });
const words = async (question: string) =>
  (await readThread(by("admin"), at(question))).entries.map(({ kind, parts }) => parts && (plainText(parts) || kind));

beforeAll(async () => {
  database = await freshDatabase();
  home = await foundTenant("home", "harbour");
});
afterAll(() => database?.close());

test("a comment mentions by id and is shown by name; the person mentioned finds it until they looked", async () => {
  const { consultant } = home.members;
  const thread = await say("architect", first, `does <b>this</b> hold, @[${consultant}]\nhere?`);
  expect(thread).toMatchObject({ state: "open", comments: 1 });
  expect(await words(first)).toEqual(["does <b>this</b> hold, @harbour consultant\nhere?"]);
  const mine = async () =>
    (await readMentions(by("consultant"), {})).mentions.filter(({ question }) => question.id === first);
  expect(await mine()).toMatchObject([{ by: "harbour architect", unread: true, assessment: { id: home.assessment } }]);
  const unread = async () => (await readOrganization(by("consultant"), {})).unreadMentions;
  expect(await unread()).toBe(1);
  const summary = async () =>
    (await readThreads(by("consultant"), { assessment: home.assessment })).threads.find(
      ({ question }) => question === first,
    );
  expect(await summary()).toEqual({ question: first, state: "open", comments: 1, unread: true });
  await markMentionsRead(by("admin"), at(first));
  expect(await unread()).toBe(1);
  await markMentionsRead(by("consultant"), at(first));
  expect([await unread(), (await mine())[0]?.unread, (await summary())?.unread]).toEqual([0, false, false]);
});

test("a thread is resolved once, opened again by a late comment, and its steps stand in it", async () => {
  await expect(resolveThread(by("leader"), { ...at(second), resolved: true })).rejects.toMatchObject({
    code: "refused",
  });
  await say("leader", second, "who runs this");
  await resolveThread(by("architect"), { ...at(second), resolved: true });
  await resolveThread(by("leader"), { ...at(second), resolved: true });
  expect((await say("leader", second, "and at night")).state).toBe("open");
  expect(await words(second)).toEqual(["who runs this", "resolved", "and at night"]);
});

test("only who wrote it withdraws a comment: its words leave the database, and the mention its list", async () => {
  await say("architect", third, `the password is hunter2, @[${home.members.leader}]`);
  const withdraw = (role: keyof Tenant["members"]) => withdrawComment(by(role), { ...at(third), number: 1 });
  await expect(withdraw("admin")).rejects.toMatchObject({ code: "refused" });
  expect(await withdraw("architect")).toMatchObject({ state: "none", comments: 0, entries: [{ parts: null }] });
  await withdraw("architect");
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query("select count(*)::int as n from thread_entries where text like '%hunter2%'");
  await owner.end();
  expect(rows[0].n).toBe(0);
  expect((await readMentions(by("leader"), {})).mentions.map(({ question }) => question.id)).not.toContain(third);
});

test("twenty people at once lose no comment, and each has its place", async () => {
  const people = home.spare.slice(0, 20);
  await Promise.all(
    people.map((userId, n) => addComment({ userId, organization: home.slug }, { ...at(fourth), text: `comment ${n}` })),
  );
  const { entries } = await readThread(by("admin"), at(fourth));
  expect(entries.map(({ number }) => number)).toEqual(people.map((_, n) => n + 1));
  expect(new Set(await words(fourth)).size).toBe(20);
});

test("a mention outlives who is mentioned, and nobody who is no member is mentioned", async () => {
  const leaving = home.spare[20] ?? "";
  await say("admin", first, `ask @[${leaving}]`);
  await removeMember(by("admin"), { member: leaving });
  expect((await words(first)).at(-1)).toBe("ask @harbour spare-20");
  await expect(say("admin", first, "ask @[00000000-0000-4000-8000-000000000000]")).rejects.toMatchObject({
    code: "not-found",
  });
});

test("the database refuses other people's names, changed words and removed comments", async () => {
  const row = {
    ...{ organizationId: home.organizationId, assessmentId: home.assessment },
    questionId: first,
    number: 1,
  };
  const key = { organizationId_assessmentId_questionId_number: row };
  const as = (role: keyof Tenant["members"]) => home.members[role];
  const change = (role: keyof Tenant["members"], data: object) =>
    inOrganization(as(role), home.slug, (work) => work.threadEntry.update({ where: key, data }));
  await expect(change("architect", { text: "something else" })).rejects.toThrow(/withdrawn or stays/);
  await expect(change("admin", { text: "", withdrawnAt: new Date() })).rejects.toThrow();
  await expect(
    inOrganization(as("architect"), home.slug, (work) => work.threadEntry.delete({ where: key })),
  ).rejects.toThrow();
  const forged = { ...row, number: 99, kind: "comment", text: "x", authorId: as("leader"), authorName: "leader" };
  await expect(
    inOrganization(as("architect"), home.slug, (work) =>
      work.threadEntry.create({ data: { ...forged, at: new Date() } }),
    ),
  ).rejects.toThrow(/row-level security/);
});

test("a signed assessment takes no word more, and its mentions can still be read", async () => {
  const assessment = await signed(home, "to stay as it is");
  await expect(addComment(by("admin"), { assessment, question: first, text: "late" })).rejects.toMatchObject({
    code: "refused",
  });
  expect((await readThreads(by("admin"), { assessment })).mayComment).toBe(false);
  await expect(markMentionsRead(by("admin"), { assessment, question: first })).resolves.toEqual({ read: 0 });
});
