import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { closeDatabase } from "#lib/server/db/client.ts";
import { foundOrganization } from "#lib/server/db/organizations.ts";
import { findLiveSession } from "#lib/server/db/sessions.ts";
import { freshDatabase, type TestDatabase } from "#lib/server/db/test-database.ts";
import { changePassword } from "#lib/server/services/account/change-password.ts";
import { readAccount } from "#lib/server/services/account/read-account.ts";
import { hashPassword } from "./password.ts";
import { LIMITS, type SignedIn, signIn } from "./sign-in.ts";

const PASSWORD = "a-password-of-the-tests";
const people = Array.from({ length: 12 }, (_, index) => `person-${index}@limits.example`);
let database: TestDatabase;
let owner: pg.Client;

beforeAll(async () => {
  database = await freshDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const passwordHash = await hashPassword(PASSWORD);
  const members = people.map((email) => ({ name: "Ada", email, role: "architect" as const, passwordHash }));
  await foundOrganization({ slug: "limits", name: "Limits", members });
});

afterAll(async () => {
  await owner?.end();
  await database?.close();
});

/** A network that no other test comes from. */
function network(): string {
  return `test-${randomUUID()}`;
}

const attempt = (email: string, from: string, password = "wrong-wrong-wrong") =>
  signIn({ email, password }, { network: from, device: "Firefox on Linux" });

async function refusalsOf(kind: string): Promise<number> {
  const { rows } = await owner.query("select count(*)::int as n from security_events where kind = $1", [kind]);
  return rows[0].n;
}

describe("signing in", () => {
  test("the right password opens a session that the database knows", async () => {
    const outcome = await attempt(people[0] ?? "", network(), PASSWORD);
    expect(outcome).toMatchObject({ email: people[0] });
    const { userId, sessionId } = outcome as SignedIn;
    expect(await findLiveSession(userId, sessionId, new Date())).toEqual({
      name: "Ada",
      email: people[0],
    });
  });

  test("B01 every spelling of the address is the one account or none", async () => {
    const email = people[0] ?? "";
    for (const typed of [email.toUpperCase(), ` ${email} `])
      expect(await attempt(typed, network(), PASSWORD)).toMatchObject({ email });
    for (const typed of [
      email.replace("@", "\uff20"),
      `"${email}"@evil.example`,
      email.replace("i", "\u0131"),
      `${email}\u0000`,
      `${email},eve@evil.example`,
    ]) {
      expect(await attempt(typed, network(), PASSWORD)).toBe("wrong");
    }
  });

  test("what is no e-mail and password is wrong, and reaches no query", async () => {
    for (const raw of [
      null,
      undefined,
      7,
      "x",
      [],
      { email: people[0] },
      { email: { contains: "" }, password: PASSWORD },
      { email: [people[0]], password: PASSWORD },
      { email: people[0], password: PASSWORD, userId: "x" },
      { email: people[0], password: "x".repeat(201) },
    ]) {
      expect(await signIn(raw, { network: network(), device: "" })).toBe("wrong");
    }
  });

  test("B09 a wrong password, an unknown account and a disabled one have the same answer", async () => {
    await owner.query("update users set disabled_at = now() where email = $1", [people[1]]);
    const answers = [
      await attempt(people[2] ?? "", network()),
      await attempt("nobody@limits.example", network()),
      await attempt(people[1] ?? "", network(), PASSWORD),
    ];
    expect(answers).toEqual(["wrong", "wrong", "wrong"]);
  });

  test("B05 while the database is down nobody gets in, and nothing answers as if somebody had", async () => {
    const name = new URL(database.ownerUrl).pathname.slice(1);
    // Of this database only, because other test files use the same server; and from a connection to another one.
    const server = new pg.Client({ connectionString: inject("postgresUrl") });
    await server.connect();
    await server.query(`alter database ${name} allow_connections false`);
    await server.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and usename = 'chartroom_app'",
      [name],
    );
    await closeDatabase();
    try {
      await expect(attempt(people[0] ?? "", network(), PASSWORD)).rejects.toThrow();
    } finally {
      await server.query(`alter database ${name} allow_connections true`);
      await server.end();
    }
    expect(await attempt(people[0] ?? "", network(), PASSWORD)).toMatchObject({ email: people[0] });
  });
});

describe("B08 how often one may guess", () => {
  test("an account from one network: ten times, then not even the right password, and an event says so", async () => {
    const [email = "", from] = [people[3], network()];
    const before = await refusalsOf("sign-in-limited");
    for (let guess = 0; guess < LIMITS.accountAndNetwork; guess++) expect(await attempt(email, from)).toBe("wrong");
    expect(await attempt(email, from)).toBe("too-many-attempts");
    expect(await attempt(email, from, PASSWORD)).toBe("too-many-attempts");
    expect(await refusalsOf("sign-in-limited")).toBe(before + 2);
    // Its owner, somewhere else, still gets in.
    expect(await attempt(email, network(), PASSWORD)).toMatchObject({ email });
  });

  test("an account from ever new networks: fifty times, then not even the right password", async () => {
    const email = people[4] ?? "";
    const outcomes = [];
    for (let guess = 0; guess < LIMITS.account + 5; guess++) outcomes.push(await attempt(email, network()));
    expect(outcomes.filter((outcome) => outcome === "wrong")).toHaveLength(LIMITS.account);
    expect(await attempt(email, network(), PASSWORD)).toBe("too-many-attempts");
  });

  test("a network over ever new accounts: two hundred times, then nobody from there", async () => {
    const from = network();
    await owner.query("delete from sign_in_attempts");
    const outcomes = await Promise.all(
      Array.from({ length: LIMITS.network + 20 }, (_, index) => attempt(`guess-${index}@limits.example`, from)),
    );
    expect(outcomes.filter((outcome) => outcome === "wrong")).toHaveLength(LIMITS.network);
    expect(await attempt(people[5] ?? "", from, PASSWORD)).toBe("too-many-attempts");
  });

  test("two hundred guesses at once count as two hundred", async () => {
    const [email = "", from] = [people[6], network()];
    const outcomes = await Promise.all(Array.from({ length: 200 }, () => attempt(email, from)));
    expect(outcomes.filter((outcome) => outcome === "wrong")).toHaveLength(LIMITS.accountAndNetwork);
    expect(outcomes.filter((outcome) => outcome === "too-many-attempts")).toHaveLength(190);
  });

  test("a hundred thousand other names do not push the counter out", async () => {
    const [email = "", from] = [people[7], network()];
    for (let guess = 0; guess <= LIMITS.accountAndNetwork; guess++) await attempt(email, from);
    await owner.query(
      "insert into sign_in_attempts (key, failures) select md5(n::text), 1 from generate_series(1, 100000) n",
    );
    expect(await attempt(email, from, PASSWORD)).toBe("too-many-attempts");
  });

  test("signing in to an own account in between does not clear the network's counter", async () => {
    const from = network();
    await owner.query("delete from sign_in_attempts");
    for (let round = 0; round < 3; round++) {
      await attempt(`else-${round}@limits.example`, from);
      await attempt(people[8] ?? "", from, PASSWORD);
    }
    const { rows } = await owner.query("select max(failures)::int as n from sign_in_attempts");
    expect(rows[0].n).toBe(6);
  });

  test("after the window the counter begins anew", async () => {
    const [email = "", from] = [people[9], network()];
    for (let guess = 0; guess <= LIMITS.accountAndNetwork; guess++) await attempt(email, from);
    await owner.query("update sign_in_attempts set window_started = window_started - make_interval(secs => $1)", [
      LIMITS.windowSeconds + 1,
    ]);
    expect(await attempt(email, from, PASSWORD)).toMatchObject({ email });
  });

  test("changing a password: ten guesses of the current one, and refused guesses stay counted", async () => {
    const { userId } = (await attempt(people[10] ?? "", network(), PASSWORD)) as SignedIn;
    const guess = (current: string) =>
      changePassword(userId, { current, next: "another-password-here" }).catch((refusal) => refusal.code);
    for (let round = 0; round < 10; round++) expect(await guess("wrong")).toBe("refused");
    expect(await guess(PASSWORD)).toBe("too-many-attempts");
  });
});

describe("B07 a changed password", () => {
  test("ends every session and is written down", async () => {
    const first = (await attempt(people[11] ?? "", network(), PASSWORD)) as SignedIn;
    const second = (await attempt(people[11] ?? "", network(), PASSWORD)) as SignedIn;
    expect((await readAccount(first.userId, {})).sessions).toHaveLength(2);
    await changePassword(first.userId, { current: PASSWORD, next: "another-password-here" });
    for (const { userId, sessionId } of [first, second]) {
      expect(await findLiveSession(userId, sessionId, new Date())).toBeNull();
    }
    const { rows } = await owner.query("select details from security_events where kind = 'password-changed'");
    expect(rows).toEqual([{ details: { userId: first.userId } }]);
    expect(await attempt(people[11] ?? "", network(), PASSWORD)).toBe("wrong");
    expect(await attempt(people[11] ?? "", network(), "another-password-here")).toMatchObject({ userId: first.userId });
  });
});
