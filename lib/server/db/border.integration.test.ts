import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#lib/access/actor.ts";
import { createCluster } from "#lib/server/services/clusters/create-cluster.ts";
import { listClusters } from "#lib/server/services/clusters/list-clusters.ts";
import { findAccountByEmail } from "./accounts.ts";
import { foundOrganization } from "./organizations.ts";
import { refuseUnsafeRole } from "./roles.ts";
import { freshDatabase, type TestDatabase } from "./test-database.ts";
import { atTheDoor, inOrganization } from "./unit-of-work.ts";

let database: TestDatabase;
let app: pg.Client;
let owner: pg.Client;
const person: Record<"a" | "b", string> = { a: "", b: "" };

beforeAll(async () => {
  database = await freshDatabase();
  for (const slug of ["a", "b"] as const) {
    const email = `admin@${slug}.example`;
    await foundOrganization({
      slug,
      name: slug.toUpperCase(),
      members: [{ name: "Ada", email, role: "admin", passwordHash: "x" }],
    });
    person[slug] = (await atTheDoor(email, (work) => findAccountByEmail(work, email)))?.id ?? "";
    await createCluster(actor(slug), {
      name: `secret-of-${slug}`,
      distribution: "eks",
      criticality: 3,
      dataSensitivity: 3,
    });
  }
  app = new pg.Client({ connectionString: database.appUrl });
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await Promise.all([app.connect(), owner.connect()]);
});

afterAll(async () => {
  await Promise.all([app?.end(), owner?.end()]);
  await database?.close();
});

function actor(slug: "a" | "b", organization: string = slug): Actor {
  return { userId: person[slug], organization };
}

describe("the tenant's border", () => {
  test("a member sees the own organization's clusters and no other", async () => {
    expect((await listClusters(actor("a"), {})).map((cluster) => cluster.name)).toEqual(["secret-of-a"]);
  });

  test("a person who is no member gets the same answer as for an organization that does not exist", async () => {
    const foreign = await listClusters(actor("a", "b"), {}).catch((error) => error);
    const absent = await listClusters(actor("a", "nowhere"), {}).catch((error) => error);
    expect(foreign).toMatchObject({ code: "not-found" });
    expect({ ...foreign, message: foreign.message }).toEqual({ ...absent, message: absent.message });
  });

  test("C09 without any application code between, the application's role sees no row of any table", async () => {
    for (const table of await tables()) {
      if (["sign_in_attempts", "security_events", "_prisma_migrations"].includes(table)) continue;
      const { rows } = await app.query(`select count(*)::int as n from "${table}"`);
      expect({ table, rows: rows[0].n }).toEqual({ table, rows: 0 });
    }
  });

  test("C09 the owner's tables are empty to the owner too, unless it is a superuser", async () => {
    const { rows } = await owner.query(
      "select relname from pg_class c join pg_namespace s on s.oid = c.relnamespace where s.nspname = 'public' and c.relkind = 'r' and not (relrowsecurity and relforcerowsecurity)",
    );
    expect(rows.map((row) => row.relname).sort()).toEqual([
      "_prisma_migrations",
      "security_events",
      "sign_in_attempts",
    ]);
  });

  test("C09 the start refuses a superuser and a role that owns tables", async () => {
    await expect(refuseUnsafeRole(database.ownerUrl)).rejects.toThrow(/superuser/);
    await expect(refuseUnsafeRole(database.appUrl)).resolves.toBeUndefined();
  });

  test("C06 a row of no tenant and of the zero tenant cannot be made", async () => {
    const insert =
      "insert into clusters (organization_id, name, distribution, criticality, data_sensitivity) values ($1, 'x', 'eks', 1, 1)";
    await expect(app.query(insert, [null])).rejects.toThrow();
    await expect(app.query(insert, ["00000000-0000-0000-0000-000000000000"])).rejects.toThrow(/row-level security/);
    await expect(owner.query(insert, ["00000000-0000-0000-0000-000000000000"])).rejects.toThrow(/foreign key/);
  });

  test("C10 no view, no definer function, no TRUNCATE or TRIGGER for the application", async () => {
    const views = await owner.query(
      "select relname from pg_class c join pg_namespace s on s.oid = c.relnamespace where s.nspname = 'public' and relkind in ('v', 'm')",
    );
    const definers = await owner.query(
      "select proname from pg_proc p join pg_namespace s on s.oid = p.pronamespace where s.nspname = 'public' and prosecdef",
    );
    const grants = await owner.query(
      "select table_name, privilege_type from information_schema.role_table_grants where grantee in ('chartroom_app', 'PUBLIC') and table_schema = 'public' and privilege_type in ('TRUNCATE', 'TRIGGER', 'REFERENCES')",
    );
    expect([views.rows, definers.rows, grants.rows]).toEqual([[], [], []]);
  });

  test("C10 every tenant table has a policy for each of the four commands, and keys that carry the tenant", async () => {
    const { rows } = await owner.query(
      "select c.table_name, (select count(distinct cmd)::int from pg_policies p where p.tablename = c.table_name) as commands from information_schema.columns c where c.column_name = 'organization_id' and c.table_schema = 'public'",
    );
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter((row) => row.commands !== 4)).toEqual([]);
    const loose = await owner.query(
      "select conname from pg_constraint where contype = 'f' and confrelid::regclass::text not in ('organizations', 'users') and array_length(conkey, 1) < 2",
    );
    expect(loose.rows).toEqual([]);
  });

  test("C03 a reference to another tenant's row is refused by the database", async () => {
    const foreign = (await listClusters(actor("b"), {}))[0]?.id ?? "";
    const attempt = inOrganization(person.a, "a", async (work, member) => {
      const own = await work.assessment.create({
        data: { organizationId: member.organizationId, name: "x", startsOn: new Date(0), createdBy: person.a },
      });
      await work.assessmentCluster.create({
        data: { organizationId: member.organizationId, assessmentId: own.id, clusterId: foreign },
      });
    });
    await expect(attempt).rejects.toThrow();
  });

  test("C11 operators, missing and undefined filters never widen a query", async () => {
    const list = listClusters as (actor: Actor, input: unknown) => Promise<unknown>;
    await expect(list(actor("a"), { name: { contains: "" } })).rejects.toMatchObject({ code: "invalid-input" });
    const undefinedFilter = inOrganization(person.a, "a", (work) =>
      work.cluster.deleteMany({ where: { id: undefined } }),
    );
    await expect(undefinedFilter).rejects.toThrow(/undefined/);
  });

  test("C12 the same name in another organization is no conflict and no hint", async () => {
    await expect(
      createCluster(actor("a"), { name: "secret-of-b", distribution: "eks", criticality: 3, dataSensitivity: 3 }),
    ).resolves.toHaveProperty("cluster");
  });

  test("C08 two tenants interleaved over a small pool, with errors between, never see each other", async () => {
    const slugs = ["a", "b"] as const;
    const idsOf = async (slug: "a" | "b") => (await listClusters(actor(slug), {})).map((cluster) => cluster.id).join();
    const own = { a: await idsOf("a"), b: await idsOf("b") };
    expect(own.a).not.toBe(own.b);
    const lanes = Array.from({ length: 100 }, async (_, lane) => {
      const wrong: number[] = [];
      for (let round = 0; round < 20; round++) {
        const slug = slugs[(lane + round) % 2] ?? "a";
        if ((lane * 20 + round) % 7 === 0) {
          await inOrganization(person[slug], slug, async () => Promise.reject(new Error("on purpose"))).catch(
            () => undefined,
          );
        }
        if ((await idsOf(slug)) !== own[slug]) wrong.push(lane * 20 + round);
      }
      return wrong;
    });
    const seen = (await Promise.all(lanes)).flat();
    expect(seen).toEqual([]);
    const { rows } = await app.query("select current_setting('app.organization_id', true) as left");
    expect(rows[0].left || null).toBeNull();
  });
});

async function tables(): Promise<string[]> {
  const { rows } = await owner.query(
    "select relname from pg_class c join pg_namespace s on s.oid = c.relnamespace where s.nspname = 'public' and c.relkind = 'r'",
  );
  return rows.map((row) => row.relname);
}
