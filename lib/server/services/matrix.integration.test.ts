import { existsSync, readdirSync, readFileSync } from "node:fs";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { can, ROLES, type Role } from "#lib/access/permissions.ts";
import { freshDatabase, type TestDatabase } from "#lib/server/db/test-database.ts";
import { plannedAssessments } from "./approvals/planned-assessments.fixture.ts";
import { broughtEvidence } from "./attachments/brought-evidence.fixture.ts";
import { blindRounds } from "./blind/blind-rounds.fixture.ts";
import { contestedAssessments } from "./contradictions/contested-assessments.fixture.ts";
import { type AnyVerb, everyVerb, foundTenant, type Tenant, withSnapshot } from "./matrix.fixture.ts";
import { type Call, ROWS } from "./matrix-rows.fixture.ts";
import { digestOfTenant } from "./tenant-digest.fixture.ts";
import { readyAssessments } from "./workflow/ready-assessments.fixture.ts";

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
  home.ready = await readyAssessments(home);
  home.blind = await blindRounds(home);
  home.contested = await contestedAssessments(home);
  home.planned = await plannedAssessments(home);
  home.brought = await broughtEvidence(home);
  away = await foundTenant("away", "zanzibar-vault");
});

afterAll(async () => {
  await owner?.end();
  await database?.close();
});

/** Runs as a member of home, in the organization of this slug, and hands back what came or what was refused. */
async function call(
  verb: AnyVerb,
  role: Role,
  organization: string,
  input: (call: Call) => object,
): Promise<{ value: unknown } | { code: string; said: string }> {
  const userId = home.members[role];
  const caller = verb.declaration.may === "own-account" ? userId : { userId, organization };
  return withSnapshot("harbour", (path) => verb(caller, input({ home, away, role, number: calls++, path }))).then(
    (value) => ({ value }),
    (error) => ({
      code: String(error.code ?? error),
      said: `${error.message} ${error.detail} ${JSON.stringify(error.fields)} ${JSON.stringify(error.current)}`,
    }),
  );
}

const mayCall = (verb: AnyVerb, role: Role) =>
  verb.declaration.may === "own-account" || can(role, verb.declaration.may);
const rowOf = (name: string) => ROWS[name] ?? { own: () => ({}), foreign: () => [] };
const texts = (value: unknown) =>
  JSON.stringify(value, (_, part) => (part instanceof Uint8Array || part?.type === "Buffer" ? "bytes" : part)) ?? "";

/** None of the other tenant's names and ids. */
function expectNothingOf(tenant: Tenant, text: string): void {
  for (const trace of [
    tenant.secret,
    tenant.organizationId,
    tenant.cluster,
    tenant.scan,
    tenant.assessment,
    ...Object.values(tenant.members),
  ])
    expect(text).not.toContain(trace);
}

test("every verb has a row, and every row a verb", () => {
  expect(Object.keys(ROWS).sort()).toEqual([...verbs.keys()].sort());
});

// An import changes what every assessment asks, and a changed password ends every session: they come last.
const LAST = ["own-questions.import-own-questions", "account.change-password"];
const inOrder = [...verbs]
  .map(([name, verb]) => ({ name, verb }))
  .sort((a, b) => LAST.indexOf(a.name) - LAST.indexOf(b.name));

describe.each(inOrder)("$name", ({ name, verb }) => {
  test.each(ROLES)(
    "C01 own ids, as %s: what the table of permissions says, with an event if it writes, and nothing of another tenant",
    async (role) => {
      const events = async () =>
        Number(
          (
            await owner.query("select count(*) as n from audit_events where organization_id = $1 and verb = $2", [
              home.organizationId,
              name,
            ])
          ).rows[0].n,
        );
      const [before, stood] = [await events(), await digestOfTenant(owner, home)];
      const outcome = await call(verb, role, home.slug, rowOf(name).own);
      if (mayCall(verb, role)) expect(outcome).toHaveProperty("value");
      else expect(outcome).toMatchObject({ code: "forbidden" });
      const wrote = verb.declaration.writes && mayCall(verb, role);
      if (verb.declaration.may !== "own-account") expect((await events()) - before).toBe(wrote ? 1 : 0);
      if (!wrote) expect(await digestOfTenant(owner, home)).toEqual(stood);
      expectNothingOf(away, texts(outcome));
    },
  );

  test.each(ROLES)(
    "C01 C02 C03 foreign ids, as %s: the same refusal as for ids that do not exist, and no foreign row is changed",
    async (role) => {
      const stood = await digestOfTenant(owner, away);
      const absent: Tenant = {
        ...away,
        cluster: NOBODY,
        scan: NOBODY,
        assessment: NOBODY,
        finding: `x.${NOBODY}`,
        initiative: "nothing",
        evidence: NOBODY,
        members: same(NOBODY),
        sessions: same(NOBODY),
      };
      const number = calls;
      for (const index of rowOf(name).foreign({ home, away, role, number, path: "" }).keys()) {
        const foreign = await call(
          verb,
          role,
          home.slug,
          (given) => rowOf(name).foreign({ ...given, number })[index] ?? {},
        );
        const missing = await call(
          verb,
          role,
          home.slug,
          (given) => rowOf(name).foreign({ ...given, number, away: absent })[index] ?? {},
        );
        expect(foreign).toMatchObject({ code: mayCall(verb, role) ? "not-found" : "forbidden" });
        expect(foreign).toEqual(missing);
        expectNothingOf(away, texts(foreign));
      }
      expect(await digestOfTenant(owner, away)).toEqual(stood);
    },
  );

  test.each(ROLES)(
    "C04 another organization in the address, as %s: the same refusal as for one that does not exist, and no row is changed",
    async (role) => {
      if (verb.declaration.may === "own-account") return;
      const stood = [await digestOfTenant(owner, away), await digestOfTenant(owner, home)];
      const inputs = [rowOf(name).own, (given: Call) => rowOf(name).own({ ...given, home: away })];
      for (const input of inputs) {
        const foreign = await call(verb, role, away.slug, input);
        const missing = await call(verb, role, "nowhere", input);
        expect(foreign).toMatchObject({ code: "not-found" });
        expect(foreign).toEqual(missing);
        expectNothingOf(away, texts(foreign));
      }
      expect([await digestOfTenant(owner, away), await digestOfTenant(owner, home)]).toEqual(stood);
    },
  );
});

const NOBODY = "00000000-0000-4000-8000-000000000000";
const same = (id: string): Record<Role, string> => ({ leader: id, architect: id, consultant: id, admin: id });

test("C06 an organization that is left is out of sight with the next call", async () => {
  const list = verbs.get("clusters.list-clusters");
  const leaver = home.spare.at(-1) ?? "";
  const ask = () =>
    list?.({ userId: leaver, organization: home.slug }, {}).then(
      () => "seen",
      (error) => error.code,
    );
  expect(await ask()).toBe("seen");
  await verbs.get("members.remove-member")?.(
    { userId: home.members.admin, organization: home.slug },
    { member: leaver },
  );
  expect(await ask()).toBe("not-found");
});

test("B13 fields that nobody asked for are refused, and nothing is changed", async () => {
  const stood = await digestOfTenant(owner, home);
  for (const [name, verb] of verbs) {
    for (const extra of [
      { role: "admin" },
      { organizationId: away.organizationId },
      { isAdmin: true },
      { passwordHash: "x" },
      { userId: home.members.admin },
      { id: NOBODY },
    ]) {
      if (name === "members.change-role" && "role" in extra) continue;
      expect({
        name,
        extra,
        outcome: await call(verb, "architect", home.slug, (given) => ({ ...rowOf(name).own(given), ...extra })),
      }).toMatchObject({ outcome: { code: "invalid-input" } });
    }
  }
  expect(await digestOfTenant(owner, home)).toEqual(stood);
});

test("C11 operators, arrays and missing values in place of an id are refused by the schema of every verb", async () => {
  const stood = await digestOfTenant(owner, home);
  for (const [name, verb] of verbs) {
    const own = rowOf(name).own({ home, away, role: "admin", number: calls, path: "" });
    for (const field of Object.keys(own)) {
      if (name === "scans.read-scan" && field in { page: 1, severity: 1, outcome: 1, layer: 1, check: 1, text: 1 })
        continue;
      for (const value of [
        { not: null },
        { contains: "" },
        { in: [] },
        [],
        undefined,
        Number.NaN,
        { equals: NOBODY },
      ]) {
        // An empty list is a list.
        if (Array.isArray(value) && Array.isArray(own[field as keyof typeof own])) continue;
        const outcome = await call(verb, "admin", home.slug, () => ({ ...own, [field]: value }));
        expect({ name, field, value, outcome }).toMatchObject({ outcome: { code: "invalid-input" } });
      }
    }
  }
  expect(await digestOfTenant(owner, home)).toEqual(stood);
});

test("A04 nothing stands before the pages: there is no proxy and no middleware, in the tree or in the build", () => {
  const names = [...readdirSync("."), ...readdirSync("app", { recursive: true, encoding: "utf8" })];
  expect(names.filter((name) => /(^|\/)(proxy|middleware)\.[cm]?[jt]sx?$/.test(name))).toEqual([]);
  expect(existsSync("src")).toBe(false);
  const manifest = ".next/server/middleware-manifest.json";
  if (existsSync(manifest))
    expect(JSON.parse(readFileSync(manifest, "utf8"))).toMatchObject({ middleware: {}, functions: {} });
});
