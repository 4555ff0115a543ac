import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "#lib/server/db/test-database.ts";
import { changeScanSettings } from "../clusters/change-scan-settings.ts";
import { createCluster } from "../clusters/create-cluster.ts";
import { readCluster } from "../clusters/read-cluster.ts";
import { foundTenant, type Tenant } from "../matrix.fixture.ts";
import { readScan } from "./read-scan.ts";
import { scanAgain } from "./scan-again.ts";

let database: TestDatabase;
let home: Tenant;
const architect = () => ({ userId: home.members.architect, organization: home.slug });
const query = { page: 1, severity: null, outcome: null, layer: null, check: null, text: "" };
const checksOf = async (scan: string) => {
  const { results, ...view } = await readScan(architect(), { cluster: home.cluster, scan, ...query });
  return { checks: results.rows.map(({ check }) => check), ...view };
};

beforeAll(async () => {
  database = await freshDatabase();
  home = await foundTenant("home", "harbour");
});
afterAll(() => database?.close());

test("the newest snapshot is judged anew, by the thresholds of today, and stays as old as it is", async () => {
  const first = await checksOf(home.scan);
  expect(first.checks).toContain("liveness-probe-missing");

  const same = await checksOf((await scanAgain(architect(), { cluster: home.cluster })).scan ?? "");
  expect([same.checks, same.failTotal, same.tallies]).toEqual([first.checks, first.failTotal, first.tallies]);

  await changeScanSettings(architect(), {
    cluster: home.cluster,
    ...{ minReplicas: 3, probedKinds: ["Deployment"], allowedRegistries: [], mostRequestedPercent: 80 },
  });
  const { scan } = await scanAgain(architect(), { cluster: home.cluster });
  const anew = await checksOf(scan ?? "");
  expect(anew.checks).not.toContain("liveness-probe-missing");
  expect(anew.snapshot).toEqual(first.snapshot);

  const cluster = await readCluster(architect(), { cluster: home.cluster });
  expect(cluster.scans.map(({ id }) => id).at(0)).toBe(scan);
  expect(cluster.scanSettings).toMatchObject({ minReplicas: 3, probedKinds: ["Deployment"] });
});

test("a cluster without a snapshot has nothing to judge, and that is no error", async () => {
  const { cluster } = await createCluster(architect(), {
    ...{ name: "empty", distribution: "eks" as const, criticality: 3, dataSensitivity: 3 },
  });
  expect(await scanAgain(architect(), { cluster })).toEqual({ scan: null, cluster });
});
