import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { freshDatabase, type TestDatabase } from "#lib/server/db/test-database.ts";
import { createCluster } from "../clusters/create-cluster.ts";
import { foundTenant, type Tenant } from "../matrix.fixture.ts";
import { readScan } from "../scans/read-scan.ts";
import { scanAgain } from "../scans/scan-again.ts";
import { uploadSnapshot } from "./upload-snapshot.ts";

let database: TestDatabase;
let home: Tenant;
let folder: string;
let clusters = 0;
const architect = () => ({ userId: home.members.architect, organization: home.slug });

/** A certificate that ends on 1 March, and a node whose version is out of support from then on. */
const CERTIFICATE = {
  ...{ apiVersion: "cert-manager.io/v1", kind: "Certificate", metadata: { name: "web", namespace: "shop" } },
  status: { notBefore: "2026-12-01T00:00:00Z", notAfter: "2027-03-01T00:00:00Z" },
};
const node = (heartbeat?: string) => ({
  ...{ apiVersion: "v1", kind: "Node", metadata: { name: "worker" } },
  status: {
    nodeInfo: { kubeletVersion: "v1.35.4", containerRuntimeVersion: "containerd://2.3.1", osImage: "Talos (v1.13.0)" },
    conditions: heartbeat ? [{ type: "Ready", status: "True", lastHeartbeatTime: heartbeat }] : [],
  },
});

async function upload(at: string, ...items: object[]) {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(at) });
  const fields = { distribution: "eks" as const, criticality: 3, dataSensitivity: 3 };
  const { cluster } = await createCluster(architect(), { name: `cluster-${clusters++}`, ...fields });
  const path = join(folder, `${clusters}.json`);
  await writeFile(path, JSON.stringify({ apiVersion: "v1", kind: "List", items }));
  return { cluster, ...(await uploadSnapshot(architect(), { cluster, fileName: "a.json", path })) };
}
const again = async ({ cluster }: { cluster: string }) => ({ cluster, ...(await scanAgain(architect(), { cluster })) });
async function faultsOf({ scan, cluster }: { scan: string | null; cluster: string }) {
  const query = { page: 1, severity: null, outcome: "fail" as const, layer: null, check: null, text: "" };
  const { results, snapshot } = await readScan(architect(), { cluster, scan: scan ?? "", ...query });
  const aged = ["certificate-expiring", "kubernetes-version-eol"];
  const messages = results.rows.filter(({ check }) => aged.includes(check)).map(({ message }) => message);
  return { messages: messages.toSorted(), takenAt: snapshot.takenAt, uploadedAt: snapshot.uploadedAt };
}

beforeAll(async () => {
  database = await freshDatabase();
  home = await foundTenant("home", "harbour");
  folder = await mkdtemp(join(tmpdir(), "chartroom-taken-"));
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await database?.close();
});

const ENDED = [
  'the certificate "web" ended on 2027-03-01, 9 days before the snapshot',
  "the kubelet is v1.35.4, whose support ended on 2027-02-28",
];

test("what a snapshot says of its own time counts, however late it is uploaded and looked at again", async () => {
  const first = await upload("2027-06-01T00:00:00Z", CERTIFICATE, node("2027-01-10T00:00:00Z"));
  const found = await faultsOf(first);
  expect(found).toEqual({
    messages: [],
    takenAt: "2027-01-10T00:00:00.000Z",
    uploadedAt: "2027-06-01T00:00:00.000Z",
  });
  vi.setSystemTime(Date.parse("2027-09-01T00:00:00Z"));
  expect(await faultsOf(await again(first))).toEqual(found);
});

test("one that does not say was taken when it was uploaded, and still was when it is looked at again", async () => {
  const early = await upload("2027-01-10T00:00:00Z", CERTIFICATE, node());
  expect(await faultsOf(early)).toMatchObject({ messages: [], takenAt: null });
  vi.setSystemTime(Date.parse("2027-09-01T00:00:00Z"));
  expect(await faultsOf(await again(early))).toMatchObject({ messages: [] });
  const late = await upload("2027-03-10T00:00:00Z", CERTIFICATE, node());
  expect(await faultsOf(late)).toEqual({
    messages: ENDED,
    takenAt: null,
    uploadedAt: "2027-03-10T00:00:00.000Z",
  });
});

test("a clock that runs ahead does not end what has not ended when it was uploaded", async () => {
  const ahead = await upload("2027-01-10T00:00:00Z", CERTIFICATE, node("2099-01-10T00:00:00Z"));
  expect(await faultsOf(ahead)).toMatchObject({ messages: [], takenAt: null });
});
