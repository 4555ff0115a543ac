import { randomUUID } from "node:crypto";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { expect, inject, test } from "vitest";
import { migrate } from "./migrate.ts";
import { prepareAppRole } from "./roles.ts";

/** The schema of the release before: what a customer's database may stand at. */
const BEFORE = "20261123000000_foundation";
const ORGANIZATION = "11111111-1111-4111-8111-111111111111";
const CLUSTER = "22222222-2222-4222-8222-222222222222";
const PERSON = "33333333-3333-4333-8333-333333333333";
const STRANGER = "44444444-4444-4444-8444-444444444444";
const SNAPSHOT = "66666666-6666-4666-8666-666666666666";
const SESSION = "55555555-5555-4555-8555-555555555555";

test("a database of the release before comes to this one with every row, and with defaults for what is new", async () => {
  const server = new pg.Client({ connectionString: inject("postgresUrl") });
  await server.connect();
  const name = `t_${randomUUID().replaceAll("-", "")}`;
  await server.query(`CREATE DATABASE ${name}`);
  const url = new URL(inject("postgresUrl"));
  url.pathname = `/${name}`;
  const folder = await mkdtemp(join(tmpdir(), "chartroom-upgrade-"));
  try {
    await server.query("select pg_advisory_lock(4242)");
    const appUrl = new URL(await prepareAppRole(url.toString(), "0123456789abcdef"));
    await server.query("select pg_advisory_unlock(4242)");
    await cp(join("prisma", "migrations", BEFORE), join(folder, BEFORE), { recursive: true });
    expect(await migrate(url.toString(), folder)).toEqual([BEFORE]);
    await inDatabase(url, async (client) => {
      await client.query("insert into organizations (id, slug, name) values ($1, 'harbour', 'Harbour')", [
        ORGANIZATION,
      ]);
      await client.query(
        "insert into clusters (id, organization_id, name, distribution, criticality, data_sensitivity) values ($1, $2, 'prod', 'eks', 5, 4)",
        [CLUSTER, ORGANIZATION],
      );
      await client.query(
        "insert into users (id, email, name, password_hash) values ($1, 'ada@harbour.example', 'Ada', 'x'), ($2, 'eve@away.example', 'Eve', 'x')",
        [PERSON, STRANGER],
      );
      await client.query(
        "insert into memberships (organization_id, user_id, role, name, email) values ($1, $2, 'admin', 'Ada', 'ada@harbour.example')",
        [ORGANIZATION, PERSON],
      );
      await client.query(
        "insert into snapshots (id, organization_id, cluster_id, file_name, sha256, bytes, kubernetes_version, counts, object_total, objects, uploaded_by) values ($1, $2, $3, 'prod.json', 'ab', 7, '1.34', '{}', 0, 'x', $4)",
        [SNAPSHOT, ORGANIZATION, CLUSTER, PERSON],
      );
      await client.query(
        "insert into assessments (organization_id, name, starts_on, created_by) values ($1, 'first', '2026-11-02', $2)",
        [ORGANIZATION, PERSON],
      );
      const answered =
        "select organization_id, id, 'egress-is-listed-q1', 2, false, 'as it was', 'high', 1, created_by";
      await client.query(
        `insert into answers (organization_id, assessment_id, question_id, maturity, not_applicable, comment, confidence, version, answered_by, answerer_name) ${answered}, 'Ada' from assessments`,
      );
      await client.query(
        `insert into answer_revisions (organization_id, assessment_id, question_id, maturity, not_applicable, comment, confidence, version, answered_by) ${answered} from assessments`,
      );
      await client.query("insert into sessions (id, user_id, expires_at) values ($1, $2, '2100-01-01')", [
        SESSION,
        PERSON,
      ]);
    });

    const applied = await migrate(url.toString());
    expect(applied.length).toBeGreaterThan(0);
    expect(applied).not.toContain(BEFORE);
    expect(await migrate(url.toString())).toEqual([]);

    await inDatabase(url, async (client) => {
      const { rows } = await client.query("select name, criticality, data_sensitivity, scan_settings from clusters");
      expect(rows).toEqual([{ name: "prod", criticality: 5, data_sensitivity: 4, scan_settings: {} }]);
      expect((await client.query("select name, state from assessments")).rows).toEqual([
        { name: "first", state: "draft" },
      ]);
      // Nobody knows which words an answer of that time was given to.
      for (const table of ["answers", "answer_revisions"])
        expect((await client.query(`select question_id, maturity, comment, asked from ${table}`)).rows).toEqual([
          { question_id: "egress-is-listed-q1", maturity: 2, comment: "as it was", asked: null },
        ]);
      const snapshots = await client.query("select id, file_name, observed_at from snapshots");
      expect(snapshots.rows).toEqual([{ id: SNAPSHOT, file_name: "prod.json", observed_at: null }]);
    });
    await inDatabase(appUrl, async (client) => {
      const entered = async (person: string, slug: string) =>
        (await client.query(`select "slug", "role" from enter_organization($1, $2)`, [person, slug])).rows;
      expect(await entered(PERSON, "harbour")).toEqual([{ slug: "harbour", role: "admin" }]);
      expect([await entered(STRANGER, "harbour"), await entered(PERSON, "nowhere")]).toEqual([[], []]);
      const alive = async (person: string, at: string) =>
        (await client.query("select email from live_session($1, $2, $3)", [person, SESSION, at])).rows;
      expect(await alive(PERSON, "2026-11-23")).toEqual([{ email: "ada@harbour.example" }]);
      expect([await alive(STRANGER, "2026-11-23"), await alive(PERSON, "2100-01-01")]).toEqual([[], []]);
      // What a statement set is gone with it.
      expect((await client.query("select name from clusters")).rows).toEqual([]);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
    await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await server.end();
  }
});

/** As the superuser, whom row-level security does not hold, unless the URL names the application's role. */
async function inDatabase(url: URL, run: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  try {
    await run(client);
  } finally {
    await client.end();
  }
}
