import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "#lib/server/db/test-database.ts";
import { readCharts } from "../assessments/read-charts.ts";
import { readFindings } from "../findings/read-findings.ts";
import { readScorecard } from "../initiatives/read-scorecard.ts";
import { foundTenant, IN_A_MONTH, type Tenant } from "../matrix.fixture.ts";
import { readScan } from "../scans/read-scan.ts";
import { acceptException } from "./accept-exception.ts";
import { endException } from "./end-exception.ts";
import { readExceptions } from "./read-exceptions.ts";

let database: TestDatabase;
let home: Tenant;
const leader = () => ({ userId: home.members.leader, organization: home.slug });
const input = (told: object = {}) => ({
  cluster: home.cluster,
  check: "privileged-container",
  kind: "",
  namespace: "",
  name: "",
  owner: home.members.architect,
  reason: "replaced in January",
  endsOn: IN_A_MONTH,
  ...told,
});
const findingOf = async (control: string) =>
  (await readFindings(leader(), { assessment: home.assessment })).findings.find((one) => one.control === control);
const query = { page: 1, severity: null, outcome: null, layer: null, check: "privileged-container", text: "" };
const fieldsOf = async (told: object) =>
  acceptException(leader(), input(told)).then(
    () => "accepted",
    (error) => error.fields,
  );

beforeAll(async () => {
  database = await freshDatabase();
  home = await foundTenant("home", "harbour");
});
afterAll(() => database?.close());

test("what is accepted still fails in every score, says who answers for it, and is not planned until it ends", async () => {
  const before = await readCharts(leader(), { assessment: home.assessment });
  const planned = await readScorecard(leader(), { assessment: home.assessment });
  const { exception } = await acceptException(leader(), input());

  const after = await readCharts(leader(), { assessment: home.assessment });
  expect(after.card).toEqual(before.card);
  const finding = await findingOf("no-privileged-containers");
  expect(finding).toMatchObject({ accepted: { resources: 1, until: IN_A_MONTH }, affected: 1 });
  const left = await readScorecard(leader(), { assessment: home.assessment });
  expect(left.initiatives.flatMap(({ findings }) => findings)).not.toContain(finding?.id);
  expect(planned.initiatives.flatMap(({ findings }) => findings)).toContain(finding?.id);

  const scan = await readScan(leader(), { cluster: home.cluster, scan: home.scan, ...query });
  expect(scan.acceptedTotal).toBe(1);
  expect(scan.results.rows.map(({ accepted }) => accepted)).toEqual([
    { owner: "harbour architect", until: IN_A_MONTH },
  ]);
  expect((await readExceptions(leader(), { cluster: home.cluster })).exceptions).toContainEqual(
    expect.objectContaining({ id: exception, matches: 1, state: "in force", by: "harbour leader" }),
  );

  await endException(leader(), { cluster: home.cluster, exception });
  expect((await findingOf("no-privileged-containers"))?.accepted).toBeUndefined();
  expect((await readScorecard(leader(), { assessment: home.assessment })).initiatives).toEqual(planned.initiatives);
});

test("a day that is over, one beyond a year, an unknown check, an empty reason and a hostile pattern are refused by field", async () => {
  expect(await fieldsOf({ endsOn: "2020-01-01" })).toHaveProperty("endsOn");
  expect(await fieldsOf({ endsOn: "2999-01-01" })).toHaveProperty("endsOn");
  expect(await fieldsOf({ check: "no-such-check" })).toHaveProperty("check");
  expect(await fieldsOf({ reason: "  \n " })).toHaveProperty("reason");
  expect(await fieldsOf({ name: "a(b)+" })).toHaveProperty("name");
  expect(await fieldsOf({ endsOn: "31.01.2027" })).toHaveProperty("endsOn");
});
