import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CATALOG } from "#lib/catalog/catalog.ts";
import { freshDatabase, type TestDatabase } from "#lib/server/db/test-database.ts";
import { inOrganization } from "#lib/server/db/unit-of-work.ts";
import { createAssessment } from "../assessments/create-assessment.ts";
import { foundTenant, type Tenant } from "../matrix.fixture.ts";
import { auditSoak, type Soaked, soak } from "./soak.fixture.ts";

const EDITS = 2_000;

let database: TestDatabase;
let home: Tenant;
let assessment: string;
let soaked: Soaked;

beforeAll(async () => {
  database = await freshDatabase();
  home = await foundTenant("home", "harbour");
  const admin = { userId: home.members.admin, organization: home.slug };
  ({ assessment } = await createAssessment(admin, {
    ...{ name: "eight at once", startsOn: "2026-11-02" },
    clusters: [home.cluster],
  }));
});
afterAll(() => database?.close());

const audit = () => inOrganization(home.members.admin, home.slug, (work) => auditSoak(work, assessment, soaked));

test(`G07 ${EDITS} edits by eight people at once: the history replays to what stands, nothing acknowledged is missing, nothing refused is there`, async () => {
  const editors = home.spare.slice(0, 8).map((userId) => ({ userId, organization: home.slug }));
  const questions = CATALOG.questions.slice(0, 20).map(({ id }) => id);
  soaked = await soak({ editors, assessment, questions, edits: EDITS, random: seeded(20261123) });
  expect(soaked.acknowledged.length + soaked.refused.length).toBe(EDITS);
  // Otherwise nobody met anybody, and nothing was shown.
  expect(soaked.refused.length).toBeGreaterThan(EDITS / 10);
  expect(await audit()).toEqual({ found: [] });
});

test("the audit of the soak finds a lost write, a gap, and an answer that is not the last of its history", async () => {
  const [first, last] = [soaked.acknowledged[0], soaked.acknowledged.at(-1)];
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query("alter table answer_revisions disable trigger user; alter table answers disable trigger user");
  await owner.query("delete from answer_revisions where assessment_id = $1 and question_id = $2 and version = $3", [
    ...[assessment, first?.question, first?.version],
  ]);
  await owner.query("update answers set comment = 'over it' where assessment_id = $1 and question_id = $2", [
    ...[assessment, last?.question],
  ]);
  await owner.end();
  const wrong = (await audit())?.found.join("\n");
  expect(wrong).toContain(`${first?.question}: version 2 follows 0`);
  expect(wrong).toContain(`${first?.question} 1: acknowledged, and not in the history`);
  expect(wrong).toContain(`${last?.question}: stands as`);
});

/** The same numbers each time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
