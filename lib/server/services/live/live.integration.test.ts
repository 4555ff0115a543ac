import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { CATALOG } from "#lib/catalog/catalog.ts";
import type { LiveView } from "#lib/contracts/live.ts";
import { tellLive } from "#lib/server/db/live-notes.ts";
import { freshDatabase, type TestDatabase } from "#lib/server/db/test-database.ts";
import { LiveHub, type Watcher } from "#lib/server/live/live-hub.ts";
import { revokeSession } from "../account/revoke-session.ts";
import { answerQuestion } from "../answers/answer-question.ts";
import { foundTenant, type Tenant } from "../matrix.fixture.ts";
import { removeMember } from "../members/remove-member.ts";
import { answerLive } from "./answer-live.ts";
import { closeLiveHub } from "./hub.ts";
import { standAt } from "./stand-at.ts";

let database: TestDatabase;
let home: Tenant;
const aborts: AbortController[] = [];
let tabs = 0;
const [ONE = "", TWO = ""] = CATALOG.questions.map(({ id }) => id);

beforeAll(async () => {
  database = await freshDatabase();
  home = await foundTenant("home", "harbour");
});
afterEach(() => {
  for (const abort of aborts.splice(0)) abort.abort();
});
afterAll(async () => {
  await closeLiveHub();
  await database?.close();
});

type Role = keyof Tenant["members"];
const tabOf = () => `00000000-0000-4000-8000-${String(++tabs).padStart(12, "0")}`;
const answer = (role: Role, question: string, version: number, comment: string) =>
  answerQuestion(
    { userId: home.members[role], organization: home.slug },
    { assessment: home.assessment, question, version, comment, maturity: 2, notApplicable: false, confidence: "low" },
  );

/** Opens a stream as a role; `next` hands out one event after another, null when it has ended. */
async function watch(role: Role, more: { question?: string; since?: number; tab?: string } = {}) {
  const abort = new AbortController();
  aborts.push(abort);
  const { tab = tabOf(), question = "", since = "" } = more;
  const response = await answerLive(
    {
      userId: home.members[role],
      sessionId: home.sessions[role],
      organization: home.slug,
      assessment: home.assessment,
    },
    new Request(`http://localhost/api/live?tab=${tab}&question=${question}&since=${since}`, {
      headers: { accept: "text/event-stream" },
      signal: abort.signal,
    }),
  );
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let text = "";
  const next = async (): Promise<{ event: string; view: LiveView } | null> => {
    for (;;) {
      const [block, ...rest] = text.split("\n\n");
      if (rest.length > 0 && block !== undefined) {
        text = rest.join("\n\n");
        const [, event, data] = /^event: (\w+)\ndata: (.*)$/s.exec(block) ?? [];
        if (event && data) return { event, view: JSON.parse(data) };
        continue;
      }
      const { done, value } = await reader.read();
      if (done) return null;
      text += decoder.decode(value, { stream: true });
    }
  };
  /** The first event that fits. */
  const until = async (fits: (view: LiveView) => boolean) => {
    for (let event = await next(); event; event = await next())
      if (event.event === "live" && fits(event.view)) return event.view;
    throw new Error("the stream ended");
  };
  return { response, next, until, tab, close: () => abort.abort() };
}

test("others see an accepted answer within a second, and what was answered before they came", async () => {
  const before = Date.now();
  await answer("admin", ONE, 0, "before");
  const stream = await watch("leader", { since: before });
  expect(stream.response.headers.get("content-type")).toMatch(/^text\/event-stream/);
  expect(stream.response.headers.get("cache-control")).toContain("no-transform");
  await stream.until(({ answers }) => answers.some(({ comment }) => comment === "before"));
  const started = performance.now();
  await answer("architect", ONE, 1, "after");
  const view = await stream.until(({ answers }) => answers.some(({ comment }) => comment === "after"));
  expect(performance.now() - started).toBeLessThan(1_000);
  expect(view.answers).toEqual([
    expect.objectContaining({ question: ONE, version: 2, comment: "after", by: "harbour architect", maturity: 2 }),
  ]);
});

test("who is here and at which question is seen by the others, in this process and in another one", async () => {
  const seen = await watch("leader");
  const other = new LiveHub((note) => void tellLive(note));
  const changes: string[] = [];
  const watcher: Watcher = {
    ...{ assessment: home.assessment, member: home.members.admin, tab: tabOf() },
    onAnswer: (answer) => answer && changes.push(answer.question),
    onPresence: () => undefined,
  };
  expect(other.join(watcher, TWO)).toBe(true);
  await seen.until(({ here }) => here.some(({ id, question }) => id === home.members.admin && question === TWO));
  const mine = await watch("architect", { question: ONE });
  await expect.poll(() => other.who(home.assessment)).toContainEqual({ member: home.members.architect, question: ONE });
  await standAt(
    { userId: home.members.architect, organization: home.slug },
    { assessment: home.assessment, tab: mine.tab, question: TWO },
  );
  const view = await seen.until(({ here }) =>
    here.some(({ name, question }) => name === "harbour architect" && question === TWO),
  );
  expect(view.here.map(({ name }) => name)).not.toContain("harbour leader");
  await answer("admin", TWO, 0, "told to both");
  await expect.poll(() => changes).toEqual([TWO]);
  mine.close();
  other.leave(watcher);
  await seen.until(({ here }) => here.length === 0);
  await other.close();
});

test("two who come at the same moment see each other", async () => {
  const [one, other] = await Promise.all([watch("leader", { question: ONE }), watch("architect", { question: TWO })]);
  await one.until(({ here }) => here.some(({ name, question }) => name === "harbour architect" && question === TWO));
  await other.until(({ here }) => here.some(({ name, question }) => name === "harbour leader" && question === ONE));
});

test("the listening connection comes back by itself, and what was written meanwhile is told", async () => {
  const stream = await watch("leader");
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const { rowCount } = await owner.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'chartroom live' and datname = current_database()",
  );
  await owner.end();
  expect(rowCount).toBeGreaterThan(0);
  await answer("admin", TWO, 1, "unheard");
  await stream.until(({ answers }) => answers.some(({ comment }) => comment === "unheard"));
});

test("one member has at most four streams; the fifth is told what happens instead", async () => {
  for (let n = 0; n < 4; n++) await watch("consultant");
  await expect(watch("consultant")).rejects.toMatchObject({ code: "too-many-attempts" });
  const view = await answerLive(
    {
      ...{ userId: home.members.consultant, sessionId: home.sessions.consultant },
      ...{ organization: home.slug, assessment: home.assessment },
    },
    new Request("http://localhost/api/live?since=1"),
  );
  expect(((await view.json()) as LiveView).answers.map(({ question }) => question)).toContain(TWO);
});

test("a stream ends with the session, and with the membership, before anything more is told", async () => {
  const ofSession = await watch("consultant");
  await ofSession.next();
  await revokeSession(home.members.consultant, { session: home.sessions.consultant });
  await answer("admin", TWO, 2, "not for who has left");
  await expectEnd(ofSession);
  const ofMember = await watch("architect");
  const stays = await watch("leader");
  await answer("admin", TWO, 3, "for both");
  for (const stream of [ofMember, stays])
    await stream.until(({ answers }) => answers.some(({ comment }) => comment === "for both"));
  await removeMember({ userId: home.members.admin, organization: home.slug }, { member: home.members.architect });
  await answer("admin", TWO, 4, "nor for who is no member");
  await expectEnd(ofMember);
  // The one who was removed is the first to read for both, and is refused.
  await stays.until(({ answers }) => answers.some(({ comment }) => comment === "nor for who is no member"));
});

async function expectEnd(stream: Awaited<ReturnType<typeof watch>>): Promise<void> {
  for (;;) {
    const event = await stream.next();
    if (event?.event === "ended") break;
    expect(event?.view.answers).toEqual([]);
  }
  expect(await stream.next()).toBeNull();
}
