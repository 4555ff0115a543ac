import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "#lib/server/db/test-database.ts";
import { foundTenant, type Tenant } from "#lib/server/services/matrix.fixture.ts";
import { exportLog } from "#lib/server/services/workflow/export-log.ts";
import { exportSignedDocument } from "#lib/server/services/workflow/export-signed-document.ts";
import { signed } from "#lib/server/services/workflow/ready-assessments.fixture.ts";
import { runCommand } from "./verify-log/run-command.fixture.ts";

let database: TestDatabase;
let owner: pg.Client;
let home: Tenant;
let assessment = "";
let folder = "";

beforeAll(async () => {
  database = await freshDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  home = await foundTenant("home", "harbour");
  assessment = await signed(home, "to verify");
  folder = await mkdtemp(join(tmpdir(), "verify-log-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await owner?.end();
  await database?.close();
});

const verify = (url = database.ownerUrl, more: string[] = []) =>
  runCommand(["--assessment", assessment, ...more], { env: { DATABASE_URL: url } });

/** As somebody with the superuser's password would: around every trigger. Taken back afterwards. */
async function tampered(statement: string): Promise<{ status: number | null; stdout: string }> {
  await owner.query("set session_replication_role = replica");
  const keep =
    "create temp table kept as select * from assessment_log; create temp table signed as select * from assessment_signatures";
  await owner.query(keep);
  try {
    await owner.query(statement);
    return verify();
  } finally {
    await owner.query("delete from assessment_log; delete from assessment_signatures");
    await owner.query(
      "insert into assessment_log select * from kept; insert into assessment_signatures select * from signed",
    );
    await owner.query("drop table kept; drop table signed; set session_replication_role = origin");
  }
}

test("the stored log is whole, as superuser, and as a role that row-level security holds once it names the organization", () => {
  expect(verify()).toMatchObject({
    status: 0,
    stderr: "",
    stdout: expect.stringMatching(/^4 entries, all as written/),
  });
  expect(verify(database.appUrl)).toMatchObject({ status: 2, stderr: expect.stringMatching(/--organization/) });
  expect(verify(database.appUrl, ["--organization", home.organizationId])).toMatchObject({ status: 0 });
});

test("G09 what was changed in the database is found, row by row", async () => {
  const where = `assessment_id = '${assessment}'`;
  const row = (says: RegExp) => ({ status: 1, stdout: expect.stringMatching(says) });
  expect(await tampered(`update assessment_log set person_name = 'Eve' where ${where} and number = 2`)).toMatchObject(
    row(/^row 2 does not say/),
  );
  expect(await tampered(`delete from assessment_log where ${where} and number = 2`)).toMatchObject(
    row(/^row 2 is entry 3: entry 2 is missing/),
  );
  expect(await tampered(`delete from assessment_log where ${where} and number > 2`)).toMatchObject(
    row(/^row 3 is missing: the log ends after 2 of 4/),
  );
  expect(
    await tampered(
      `update assessment_log set number = -1 where ${where} and number = 2; update assessment_log set number = 2 where ${where} and number = 3; update assessment_log set number = 3 where ${where} and number = -1`,
    ),
  ).toMatchObject(row(/^row 2 does not say/));
  expect(
    await tampered(
      `update assessment_signatures set document = replace(document, '"maturity":1', '"maturity":4') where ${where}`,
    ),
  ).toMatchObject(row(/^the stored document is not what was signed/));
  expect(verify().status).toBe(0);
});

test("the exported log and document verify without the database", async () => {
  const leader = { userId: home.members.leader, organization: home.slug };
  const { fileName, lines } = await exportLog(leader, { assessment });
  const { document } = await exportSignedDocument(leader, { assessment });
  await writeFile(join(folder, fileName), lines);
  await writeFile(join(folder, "signed.json"), document);
  const anchor = verify().stdout.trim().split(" ").at(-1) ?? "";
  expect(
    runCommand(["--anchor", anchor, "--document", "signed.json", fileName], { cwd: folder, env: { DATABASE_URL: "" } }),
  ).toMatchObject({ status: 0, stderr: "" });
});
