import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { zipOf } from "#lib/server/collect/archives.fixture.ts";
import { scanInWorker } from "#lib/server/collect/scan-in-worker.ts";
import type { ScanDocument } from "./scan/json.ts";

const folder = mkdtempSync(join(tmpdir(), "chartroom-bad-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let made = 0;

function fileOf(content: string | Buffer): string {
  const path = join(folder, `input-${made++}`);
  writeFileSync(path, content);
  return path;
}

function run(...words: string[]) {
  const { INIT_CWD: _, ...env } = process.env;
  const done = spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", "cli/scan.ts", ...words], {
    env: { ...env, INIT_CWD: folder },
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return { code: done.status, out: done.stdout, error: done.stderr };
}

const json = (path: string): ScanDocument => JSON.parse(run("--format", "json", "--all", path).out);
const upload = (path: string) => scanInWorker(path, { fileName: "upload", onProgress: () => undefined });
const outcomesOf = (document: Pick<ScanDocument, "results">, check: string, name: string) =>
  document.results.filter((one) => one.check === check && one.resource.name === name).map(({ outcome }) => outcome);

const POD = {
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "web", namespace: "shop" },
  spec: { hostPID: true, containers: [{ name: "web", image: "web:1" }] },
};
const list = (...items: unknown[]) => JSON.stringify({ apiVersion: "v1", kind: "List", items });

describe("a kubeconfig is refused, named, and nothing of it is printed or stored", () => {
  const KEPT_SECRET = ["hunter2-password", "aHVudGVyMi1jZXJ0", "hunter2-token", "prod.internal.example"];
  const [password, certificate, token, server] = KEPT_SECRET;
  const CONFIG = {
    apiVersion: "v1",
    kind: "Config",
    "current-context": "prod",
    clusters: [
      { name: "prod", cluster: { server: `https://${server}:6443`, "certificate-authority-data": certificate } },
    ],
    contexts: [{ name: "prod", context: { cluster: "prod", user: "admin" } }],
    users: [
      {
        name: "admin",
        user: { password, token, "client-key-data": certificate, "client-certificate-data": certificate },
      },
    ],
  };
  const YAML = `apiVersion: v1
kind: Config
current-context: prod
clusters:
- name: prod
  cluster: {server: "https://${server}:6443", certificate-authority-data: ${certificate}}
contexts:
- name: prod
  context: {cluster: prod, user: admin}
users:
- name: admin
  user: {password: ${password}, token: ${token}, client-key-data: ${certificate}}
`;
  const { kind: _, ...kindless } = CONFIG;
  const ALONE: [string, string | Buffer][] = [
    ["as kubectl keeps it", YAML],
    ["as JSON", JSON.stringify(CONFIG)],
    ["without its kind", JSON.stringify(kindless)],
    ["with metadata, as an object has", JSON.stringify({ ...CONFIG, metadata: { name: "admin" } })],
    ["in a list", list(CONFIG)],
    ["in a zip", zipOf([{ name: "admin.yaml", content: YAML }])],
    ["in a zip under kubectl's own name", zipOf([{ name: ".kube/config", content: YAML }])],
  ];
  const BESIDE: [string, string | Buffer][] = [
    ["a document among others", `${YAML}---\n${JSON.stringify(POD)}\n`],
    ["an item of a list", list(CONFIG, POD)],
    [
      "a file in a zip",
      zipOf([
        { name: "a/config.yaml", content: YAML },
        { name: "a/pod.json", content: JSON.stringify(POD) },
      ]),
    ],
    ["a line of JSON", `${JSON.stringify(CONFIG)}\n${JSON.stringify(POD)}\n`],
  ];
  const said = (text: string) => KEPT_SECRET.filter((secret) => text.includes(secret ?? ""));

  test.each(ALONE)("alone: %s", async (_, content) => {
    const path = fileOf(content);
    for (const format of ["table", "json", "sarif"]) {
      const { code, out, error } = run("--all", "--format", format, path);
      expect([code, said(out + error)]).toEqual([2, []]);
    }
    expect(json(path)).toMatchObject({
      objects: {},
      results: expect.not.arrayContaining([expect.objectContaining({ outcome: "fail" })]),
    });
    const refusal = await upload(path).catch((thrown) => thrown);
    expect(refusal.name).toBe("Refusal");
    expect(refusal.detail).toContain("Nothing was stored");
    expect(said(`${refusal.message} ${refusal.detail}`)).toEqual([]);
  });

  test.each(BESIDE)("beside a pod: %s", async (_, content) => {
    const path = fileOf(content);
    const { code, out, error } = run("--all", "--format", "json", path);
    const document: ScanDocument = JSON.parse(out);
    expect([code, document.objects, said(out + error)]).toEqual([0, { Pod: 1 }, []]);
    expect(document.unreadable.map(({ reason }) => reason).join()).toMatch(/it is a kubeconfig/);
    const { report, redactedObjects } = await upload(path);
    expect(report.objects).toEqual({ Pod: 1 });
    expect(report.unreadable.map(({ reason }) => reason).join()).toMatch(/it is a kubeconfig/);
    expect(said(JSON.stringify(report) + gunzipSync(redactedObjects).toString())).toEqual([]);
  });
});

describe("objects that no API server would print", () => {
  test("null items are passed over", () => {
    expect(json(fileOf(list(null, POD, null)))).toMatchObject({ objects: { Pod: 1 }, unreadable: expect.any(Array) });
  });

  test("owners in a ring end, and each workload is looked at", () => {
    const owned = (name: string, by: string) => ({
      apiVersion: "apps/v1",
      kind: "ReplicaSet",
      metadata: {
        name,
        namespace: "shop",
        ownerReferences: [{ apiVersion: "apps/v1", kind: "ReplicaSet", name: by, controller: true }],
      },
      spec: { template: { spec: POD.spec } },
    });
    const document = json(fileOf(list(owned("a", "b"), owned("b", "c"), owned("c", "a"), owned("self", "self"))));
    expect(document.objects).toEqual({ ReplicaSet: 4 });
    expect(
      document.results.filter(({ check, outcome }) => check === "host-pid" && outcome === "fail").length,
    ).toBeGreaterThan(0);
    expect(outcomesOf(document, "host-pid", "self")).toEqual(["fail"]);
  });

  test("a string of 10 MB in each place that people fill", () => {
    const long = "x".repeat(10_000_000);
    const document = json(
      fileOf(
        list(
          { ...POD, metadata: { ...POD.metadata, annotations: { note: long }, labels: { app: long } } },
          { ...POD, metadata: { name: "b" }, spec: { containers: [{ name: "b", image: long, command: [long] }] } },
        ),
      ),
    );
    expect(document.objects).toEqual({ Pod: 2 });
    expect(outcomesOf(document, "host-pid", "web")).toEqual(["fail"]);
  });

  test("the same object twice is one finding", () => {
    const printed = { ...POD, metadata: { ...POD.metadata, uid: "u-1", resourceVersion: "7" } };
    for (const one of [POD, printed]) {
      const document = json(fileOf(list(one, one, structuredClone(one))));
      expect(document.objects).toEqual({ Pod: 3 });
      expect(outcomesOf(document, "host-pid", "web")).toEqual(["fail"]);
    }
  });

  test("unknown versions and kinds are counted, and looked at where they carry pods", () => {
    const deployment = {
      apiVersion: "apps/v99",
      kind: "Deployment",
      metadata: { name: "late" },
      spec: { template: { spec: POD.spec } },
    };
    const widget = {
      apiVersion: "example.com/v7alpha3",
      kind: "Widget",
      metadata: { name: "w" },
      spec: { containers: 3 },
    };
    const document = json(fileOf(list(deployment, widget, { ...widget, apiVersion: "example.com/v8" })));
    expect(document.objects).toEqual({ Deployment: 1, Widget: 2 });
    expect(document.unreadable).toEqual([]);
    expect(outcomesOf(document, "host-pid", "late")).toEqual(["fail"]);
  });
});
