import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { freshDatabase, type TestDatabase } from "#lib/server/db/test-database.ts";
import { readCharts } from "../assessments/read-charts.ts";
import { readCluster } from "../clusters/read-cluster.ts";
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
afterEach(() => {
  vi.useRealTimers();
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

test("the cluster's and the scan's page say who answers for what, why, until when, and how much that is; nothing passes by it", async () => {
  const read = () => readScan(leader(), { cluster: home.cluster, scan: home.scan, ...query, check: null });
  const [scan, cluster] = [await read(), await readCluster(leader(), { cluster: home.cluster })];
  const privileged = await acceptException(leader(), input({ namespace: "harb*" }));
  await acceptException(leader(), input({ kind: "Pod", reason: "the same once more" }));
  await acceptException(leader(), input({ namespace: "elsewhere", reason: "covers nothing" }));

  const said = { owner: "harbour architect", by: "harbour leader", endsOn: IN_A_MONTH, state: "in force" };
  const after = await read();
  const lines = after.exceptions.filter(({ check }) => check === "privileged-container");
  expect(lines).toContainEqual(
    expect.objectContaining({ ...said, id: privileged.exception, reason: "replaced in January", matches: 1 }),
  );
  expect(lines.map(({ reason, matches }) => [reason, matches]).toSorted()).toEqual([
    ["covers nothing", 0],
    ["replaced in January", 1],
    ["the same once more", 1],
  ]);
  // What two exceptions cover is accepted once.
  expect(after.acceptedTotal - scan.acceptedTotal).toBe(1);
  const { exceptions, ...clusterAfter } = await readCluster(leader(), { cluster: home.cluster });
  expect(exceptions).toEqual(after.exceptions);

  const { exceptions: _, ...clusterBefore } = cluster;
  expect(clusterAfter).toEqual(clusterBefore);
  expect([after.failTotal, after.tallies, after.podSecurity]).toEqual([scan.failTotal, scan.tallies, scan.podSecurity]);
  const failing = (view: typeof scan) => view.results.rows.map(({ accepted: _, ...row }) => row);
  expect(failing(after)).toEqual(failing(scan));
  for (const { id } of lines) await endException(leader(), { cluster: home.cluster, exception: id });
  expect((await read()).exceptions).toEqual(scan.exceptions);
});

test("on its last day it holds; the day after, what it covered is a finding again, planned and told as run out", async () => {
  const now = Date.now();
  const dayAfter = (days: number) => new Date(now + days * 86_400_000).toISOString().slice(0, 10);
  const lastDay = dayAfter(10);
  vi.useFakeTimers({ toFake: ["Date"], now });
  const { exception } = await acceptException(leader(), input({ check: "host-network", endsOn: lastDay }));
  const look = async (at: string) => {
    vi.setSystemTime(Date.parse(at));
    const scan = await readScan(leader(), {
      ...{ cluster: home.cluster, scan: home.scan, ...query, check: "host-network" },
    });
    const cluster = await readCluster(leader(), { cluster: home.cluster });
    return {
      finding: (await findingOf("no-host-namespaces"))?.accepted ?? null,
      planned: (await readScorecard(leader(), { assessment: home.assessment })).initiatives.flatMap(
        (one) => one.findings,
      ),
      row: scan.results.rows[0]?.accepted ?? null,
      accepted: scan.acceptedTotal,
      onScan: scan.exceptions.find(({ id }) => id === exception),
      onCluster: cluster.exceptions.find(({ id }) => id === exception),
    };
  };
  const line = { state: "in force", matches: 1, endsOn: lastDay };
  const held = await look(`${lastDay}T23:59:59Z`);
  expect(held).toMatchObject({
    ...{ finding: { resources: 1, until: lastDay }, accepted: 1, row: { until: lastDay } },
    ...{ onScan: line, onCluster: line },
  });
  const over = await look(`${dayAfter(11)}T00:00:00Z`);
  const runOut = { ...line, state: "run out" };
  expect(over).toMatchObject({ finding: null, row: null, accepted: 0, onScan: runOut, onCluster: runOut });
  const id = `${home.cluster}:no-host-namespaces`;
  expect([held.planned.includes(id), over.planned.includes(id)]).toEqual([false, true]);
  await endException(leader(), { cluster: home.cluster, exception });
  expect((await look(`${dayAfter(12)}T00:00:00Z`)).onScan).toBeUndefined();
});

test("a day that is over, one beyond a year, an unknown check, an empty reason and a hostile pattern are refused by field", async () => {
  expect(await fieldsOf({ endsOn: "2020-01-01" })).toHaveProperty("endsOn");
  expect(await fieldsOf({ endsOn: "2999-01-01" })).toHaveProperty("endsOn");
  expect(await fieldsOf({ check: "no-such-check" })).toHaveProperty("check");
  expect(await fieldsOf({ reason: "  \n " })).toHaveProperty("reason");
  expect(await fieldsOf({ name: "a(b)+" })).toHaveProperty("name");
  expect(await fieldsOf({ endsOn: "31.01.2027" })).toHaveProperty("endsOn");
});
