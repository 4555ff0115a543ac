import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { CHECKS } from "#lib/checks/registry.ts";
import type { ScanReport } from "#lib/checks/result.ts";
import { scan } from "#lib/checks/scan.ts";
import { zipOf } from "./archives.fixture.ts";
import { COMMAND_LIMITS } from "./limits.ts";
import { openSource } from "./open-source.ts";
import { readSnapshot } from "./read-snapshot.ts";
import { scanInWorker } from "./scan-in-worker.ts";

const folder = mkdtempSync(join(tmpdir(), "chartroom-withheld-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let made = 0;

type Files = Record<string, string>;

const printed = (kind: string, name: string, more: object = {}, apiVersion = "v1") => ({
  apiVersion,
  kind,
  metadata: {
    name,
    uid: `uid-${kind}-${name}`,
    ...(["Node", "Namespace"].includes(kind) ? {} : { namespace: "shop" }),
  },
  ...more,
});
const CLUSTER = [
  printed("Node", "node-1", { status: { nodeInfo: { kubeletVersion: "v1.34.1" } } }),
  printed("Namespace", "shop"),
  printed("Pod", "web", { spec: { containers: [{ name: "web", image: "web:1" }] } }),
];
const POLICY = printed(
  "NetworkPolicy",
  "all",
  { spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] } },
  "networking.k8s.io/v1",
);
const list = (items: object[], metadata: object = {}) =>
  JSON.stringify({ apiVersion: "v1", items, kind: "List", metadata });
const status = (code: number, reason: string) => ({
  kind: "Status",
  apiVersion: "v1",
  metadata: {},
  status: "Failure",
  message: 'networkpolicies.networking.k8s.io is refused: User "jane.doe" cannot have them',
  reason,
  details: { group: "networking.k8s.io", kind: "networkpolicies" },
  code,
});
const SAID =
  'Error from server (Forbidden): networkpolicies.networking.k8s.io is forbidden: User "jane.doe" cannot list resource "networkpolicies" in API group "networking.k8s.io" at the cluster scope\n';
const bundle = (errors: string): Files => ({
  "bundle/cluster-resources/all.json": list([...CLUSTER, POLICY]),
  "bundle/cluster-resources/network-policy-errors.json": errors,
});

/** Each way in which a collector tells that it could not have the network policies. */
const REFUSED: [string, Files][] = [
  ["a Status of 403 among the items", { "a.json": list([...CLUSTER, POLICY, status(403, "Forbidden")]) }],
  [
    "a Status of 410 in the middle of a list",
    { "a.json": list([CLUSTER[0], status(410, "Expired"), ...CLUSTER.slice(1), POLICY] as object[]) },
  ],
  [
    "a Status of 429 in a file of its own",
    { "a.json": list([...CLUSTER, POLICY]), "b.json": JSON.stringify(status(429, "TooManyRequests")) },
  ],
  [
    "a Status of 503 in YAML",
    {
      "a.json": list([...CLUSTER, POLICY]),
      "b.yaml": "kind: Status\napiVersion: v1\nstatus: Failure\ncode: 503\ndetails: {kind: networkpolicies}\n",
    },
  ],
  ["what kubectl said behind the list", { "a.json": `${list([...CLUSTER, POLICY])}\n${SAID}` }],
  ["what kubectl said before the list", { "a.json": list([...CLUSTER, POLICY]), "errors.json": SAID }],
  [
    "a list that goes on",
    {
      "a.json": list(CLUSTER),
      "b.json": JSON.stringify({
        apiVersion: "networking.k8s.io/v1",
        items: [POLICY],
        kind: "NetworkPolicyList",
        metadata: { continue: "eyJ2Ijoi", remainingItemCount: 7 },
      }),
    },
  ],
  [
    "an errors file of a support bundle, by namespace",
    bundle('{"shop": "networkpolicies.networking.k8s.io is forbidden: User \\"jane.doe\\""}'),
  ],
  ["an errors file of a support bundle, as a list", bundle('["etcdserver: throttle: too many requests"]')],
];

function fileOf(files: Files): string {
  const root = join(folder, `case-${made++}`);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

const readFolder = async (files: Files) => readSnapshot(openSource(fileOf(files), "snapshot", COMMAND_LIMITS));
const reportOf = async (files: Files) => scan(await readFolder(files), CHECKS);
const outcomes = (report: ScanReport, check: string) => [
  ...new Set(report.results.filter((result) => result.check === check).map(({ outcome }) => outcome)),
];
const ON_POLICIES = ["network-policy-missing-pod", "network-policy-default-deny-missing", "network-policy-too-broad"];

describe("D11 what could not be collected is not assessable, and never passes", () => {
  test("control: with the policies there, the checks on them judge; without any, they fail", async () => {
    const whole = await reportOf({ "a.json": list([...CLUSTER, POLICY]) });
    const bare = await reportOf({ "a.json": list(CLUSTER) });
    for (const check of ON_POLICIES.slice(0, 2))
      expect([outcomes(whole, check), outcomes(bare, check)]).toEqual([["pass"], ["fail"]]);
  });

  test.each(REFUSED)("%s", async (_, files) => {
    const snapshot = await readFolder(files);
    const report = scan(snapshot, CHECKS);
    for (const check of ON_POLICIES) expect([check, outcomes(report, check)]).toEqual([check, ["not-assessable"]]);
    for (const check of ON_POLICIES)
      expect(report.tallies.find((tally) => tally.check === check)).toMatchObject({ pass: 0, fail: 0 });
    // What needs no policies is judged as ever, and the refusal is said, without the name of who asked.
    expect(outcomes(report, "run-as-non-root-missing")).toEqual(["fail"]);
    expect(outcomes(report, "host-pid")).toEqual(["pass"]);
    expect(report.unreadable.map(({ reason }) => reason).join()).toMatch(/networkpolicies.* could not be collected/);
    expect(report.objects).not.toHaveProperty("Status");
    expect(JSON.stringify([snapshot, report])).not.toContain("jane.doe");
  });

  test.each(REFUSED)("at the portal, and again when what was stored is scanned anew: %s", async (_, files) => {
    const path = join(folder, `upload-${made++}.zip`);
    writeFileSync(path, zipOf(Object.entries(files).map(([name, content]) => ({ name, content }))));
    const first = await scanInWorker(path, { fileName: "upload.zip", onProgress: () => undefined });
    const stored = join(folder, `stored-${made++}`);
    writeFileSync(stored, first.redactedObjects);
    const again = await scanInWorker(stored, { fileName: "upload.zip", onProgress: () => undefined });
    for (const { report } of [first, again])
      for (const check of ON_POLICIES)
        expect(report.tallies.find((tally) => tally.check === check)).toMatchObject({ pass: 0, fail: 0 });
    expect(again.report.results.map(({ check, outcome }) => [check, outcome])).toEqual(
      first.report.results.map(({ check, outcome }) => [check, outcome]),
    );
    expect(gunzipSync(first.redactedObjects).toString()).not.toContain("jane.doe");
  });

  test("a list that was cut: what stood behind is unknown, so nothing that asks for other kinds passes or fails", async () => {
    const text = list([...CLUSTER, POLICY, printed("Pod", "cut")]);
    const report = await reportOf({ "a.json": text.slice(0, text.indexOf('"cut"')) });
    for (const check of [...ON_POLICIES, "prometheus-missing"])
      expect([check, outcomes(report, check)]).toEqual([check, ["not-assessable"]]);
    expect(outcomes(report, "host-pid")).toEqual(["not-assessable"]);
    expect(outcomes(report, "run-as-non-root-missing")).toEqual(["fail", "not-assessable"]);
  });

  test("a folder of kubectl cluster-info dump that stopped at a list", async () => {
    const file = (kind: string, ...items: object[]) =>
      JSON.stringify({ kind: `${kind}List`, apiVersion: "v1", metadata: {}, items });
    const dump: Files = {
      "dump/nodes.json": file("Node", CLUSTER[0] ?? {}),
      "dump/shop/events.json": file("Event"),
      "dump/shop/replication-controllers.json": file("ReplicationController"),
      "dump/shop/services.json": file("Service"),
      "dump/shop/daemonsets.json": file("DaemonSet"),
      "dump/shop/deployments.json": file("Deployment"),
      "dump/shop/replicasets.json": file("ReplicaSet"),
      "dump/shop/pods.json": file("Pod", CLUSTER[2] ?? {}),
      "dump/shop/web/logs.txt": "a log",
    };
    expect(outcomes(await reportOf(dump), "host-pid")).toEqual(["pass"]);
    const { "dump/shop/pods.json": _, ...stopped } = dump;
    const report = await reportOf(stopped);
    expect(outcomes(report, "host-pid")).toEqual(["not-assessable"]);
    expect(outcomes(report, "prometheus-missing")).toEqual(["not-assessable"]);
  });

  test("that one object is not there is no gap", async () => {
    const report = await reportOf({ "a.json": list([...CLUSTER, POLICY, { ...status(404, "NotFound") }]) });
    expect(outcomes(report, ON_POLICIES[0] ?? "")).toEqual(["pass"]);
  });
});
