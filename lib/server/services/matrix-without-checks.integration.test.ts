import pg from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { ROLES } from "#lib/access/permissions.ts";
import { freshDatabase, type TestDatabase } from "#lib/server/db/test-database.ts";
import { everyVerb, foundTenant, type Tenant, withSnapshot } from "./matrix.fixture.ts";
import { type Call, ROWS } from "./matrix-rows.fixture.ts";
import { digestOfTenant } from "./tenant-digest.fixture.ts";

// The application forgets to ask: everybody may do everything. What is left is the database's border.
vi.mock("#lib/access/permissions.ts", async (original) => ({
  ...(await original<typeof import("#lib/access/permissions.ts")>()),
  can: () => true,
}));

let database: TestDatabase;
let owner: pg.Client;
let home: Tenant;
let away: Tenant;
const verbs = await everyVerb();
let calls = 0;

beforeAll(async () => {
  database = await freshDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  home = await foundTenant("home", "harbour");
  away = await foundTenant("away", "zanzibar-vault");
});

afterAll(async () => {
  await owner?.end();
  await database?.close();
});

test("C09 the stub bites: a leader may create a cluster now", async () => {
  await expect(
    verbs.get("clusters.create-cluster")?.(
      { userId: home.members.leader, organization: "home" },
      { name: "by-leader", distribution: "eks", criticality: 1, dataSensitivity: 1 },
    ),
  ).resolves.toHaveProperty("cluster");
});

describe.each(ROLES)("C09 without the application's own check, as %s", (role) => {
  test("no verb hands out or changes a row of the foreign tenant", async () => {
    const stood = await digestOfTenant(owner, away);
    for (const [name, verb] of verbs) {
      const attempts = await withSnapshot("harbour", (path) => {
        const given: Call = { home, away, role, number: calls++, path };
        const row = ROWS[name];
        const inputs = [...(row?.foreign(given) ?? []), ...(row ? [row.own({ ...given, home: away })] : [])];
        const callers =
          verb.declaration.may === "own-account"
            ? [home.members[role]]
            : [home.slug, away.slug].map((organization) => ({ userId: home.members[role], organization }));
        const isOwn = (caller: unknown) =>
          verb.declaration.may === "own-account" || (caller as { organization: string }).organization === home.slug;
        return Promise.all(
          callers.flatMap((caller) =>
            inputs.map(async (input) => ({
              name,
              caller,
              input,
              isOwn: isOwn(caller),
              outcome: await verb(caller, input).then(
                (value) => JSON.stringify(value),
                (error) => `${error.code} ${error.message} ${error.detail} ${JSON.stringify(error.current)}`,
              ),
            })),
          ),
        );
      });
      for (const { outcome, isOwn, ...attempt } of attempts) {
        for (const trace of [away.secret, away.organizationId])
          expect({ ...attempt, leaks: outcome.includes(trace) }).toEqual({ ...attempt, leaks: false });
        if (!isOwn) expect({ ...attempt, outcome }).toMatchObject({ outcome: expect.stringMatching(/^not-found /) });
      }
    }
    expect(await digestOfTenant(owner, away)).toEqual(stood);
  });
});
