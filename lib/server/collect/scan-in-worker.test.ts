import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Refusal } from "#lib/contracts/refusal.ts";
import { type ScanOptions, scanInWorker } from "./scan-in-worker.ts";

const DEMO = "fixtures/demo/harbor-staging.json";
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "chartroom-worker-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const scanFile = (path: string, more: Partial<ScanOptions> = {}) =>
  scanInWorker(path, { fileName: "snapshot.json", onProgress: () => undefined, ...more });

async function scanText(text: string, more: Partial<ScanOptions> = {}) {
  const path = join(folder, createHash("sha256").update(text).digest("hex"));
  await writeFile(path, text);
  return scanFile(path, more);
}

async function refusal(scanning: Promise<unknown>): Promise<Refusal> {
  const error = await scanning.then(
    () => null,
    (thrown) => thrown,
  );
  expect(error?.name).toBe("Refusal");
  return error;
}

const secret = (name: string) =>
  JSON.stringify({
    apiVersion: "v1",
    kind: "Secret",
    metadata: { name, namespace: "shop" },
    data: { password: "aHVudGVyMg==" },
  });

describe("a whole file", () => {
  test("comes back as a report, its digest and its redacted objects", async () => {
    const stages: string[] = [];
    const file = await scanFile(DEMO, { onProgress: (stage) => stages.push(stage) });
    const bytes = readFileSync(DEMO);
    expect([file.bytes, file.sha256]).toEqual([bytes.length, createHash("sha256").update(bytes).digest("hex")]);
    const lines = gunzipSync(file.redactedObjects).toString().trimEnd().split("\n");
    expect(lines.length).toBe(JSON.parse(bytes.toString()).items.length);
    expect(lines.length).toBe(Object.values(file.report.objects).reduce((sum, count) => sum + count, 0));
    for (const line of lines) expect(JSON.parse(line)).toHaveProperty("metadata.name");
    expect(file.report.tallies.some(({ pass }) => pass > 0)).toBe(true);
    expect(file.report.results.some(({ outcome }) => outcome === "fail")).toBe(true);
    // Passes are told by the tallies alone.
    expect(file.report.results.filter(({ outcome }) => outcome === "pass")).toEqual([]);
    expect(file.report.podSecurity.length).toBeGreaterThan(0);
    expect(new Set(stages)).toEqual(new Set(["scanning"]));
  });

  test("leaves the thread without any secret value", async () => {
    const file = await scanText(`[${secret("a")},${secret("b")}]`);
    const text = gunzipSync(file.redactedObjects).toString();
    expect(text).toContain('"password":"[redacted]"');
    expect(text + JSON.stringify(file.report)).not.toContain("aHVudGVyMg");
  });

  test("of many results arrives complete, part by part", async () => {
    const pod = (at: number) => ({
      apiVersion: "v1",
      kind: "Pod",
      metadata: { name: `p-${at}` },
      spec: { containers: [{ name: "a" }] },
    });
    const { report } = await scanText(JSON.stringify(Array.from({ length: 600 }, (_, at) => pod(at))));
    const fails = report.tallies.reduce((sum, { fail }) => sum + fail, 0);
    const seen = new Set(
      report.results
        .filter(({ outcome }) => outcome === "fail")
        .map(({ check, resource }) => `${check} ${resource.name}`),
    );
    expect(seen.size).toBe(fails);
    expect(fails).toBeGreaterThan(4_000);
    expect(report.podSecurity).toHaveLength(600);
  });
});

describe("what is refused, refused as a whole", () => {
  test("a file that ends in the middle, with what was cut and where", async () => {
    const { message, detail } = await refusal(scanText(`[${secret("a")},\n${secret("b").slice(0, 80)}`));
    expect(message).toBe(
      "snapshot.json ends in the middle of document 1 (line 2, a Secret named b in namespace shop).",
    );
    expect(detail).toMatch(/^Nothing was stored\..*looks cut off/);
  });

  test("a file that was cut at a round size: a proxy may have done it", async () => {
    const pods = `[${secret("a")},`.padEnd((1 << 20) - 30, `${secret("b")},`);
    const { detail } = await refusal(
      scanText(`${pods}{"kind":"Pod","metadata":{"na"`.slice(0, 1 << 20).padEnd(1 << 20, " ")),
    );
    expect(detail).toContain("The file is 1 MiB to the byte: a proxy may cut uploads there.");
  });

  test("an object without a name, with its place and how many more there are", async () => {
    const { message, detail } = await refusal(
      scanText('[{"apiVersion":"v1","kind":"Pod","metadata":{}},\n{"apiVersion":"v1","metadata":{"name":"x"}}]'),
    );
    expect(message).toBe("snapshot.json, document 1, line 1: the Pod has no name.");
    expect(detail).toBe("Nothing was stored. 1 more part of it cannot be read.");
  });

  test("nothing that is Kubernetes'", async () => {
    const { message, detail } = await refusal(scanText('{"Results":[]}'));
    expect(message).toBe("snapshot.json holds no Kubernetes objects.");
    expect(detail).toMatch(/kubectl get -A -o json/);
    expect((await refusal(scanText('{"apiVersion":"v1","kind":"List","items":[]}'))).message).toBe(
      "snapshot.json holds no Kubernetes objects.",
    );
  });

  test("an empty file", async () => {
    expect((await refusal(scanText(""))).message).toBe("snapshot.json is empty.");
  });
});

describe("a file costs no more than it may", () => {
  test("time", async () => {
    const { message, detail } = await refusal(scanFile(DEMO, { seconds: 0.001 }));
    expect(message).toBe("snapshot.json takes longer than 0.001 seconds to read.");
    expect(detail).toBe("Nothing was stored.");
  });

  test("memory", async () => {
    const many = Array.from({ length: 60_000 }, (_, at) =>
      JSON.stringify({
        apiVersion: "v1",
        kind: "ConfigMap",
        metadata: { name: `a-${at}` },
        data: { x: `${at}${"y".repeat(1_000)}`, z: [1, 2, 3] },
      }),
    );
    const { message } = await refusal(scanText(`[${many.join(",")}]`, { heapMegabytes: 32 }));
    expect(message).toBe("snapshot.json needs more memory than a snapshot may.");
  });

  test("nothing at all, when the person has gone", async () => {
    expect((await refusal(scanFile(DEMO, { signal: AbortSignal.abort() }))).message).toBe("The upload was cancelled.");
    const leaving = new AbortController();
    const scanning = refusal(scanFile(DEMO, { signal: leaving.signal }));
    leaving.abort();
    expect((await scanning).message).toBe("The upload was cancelled.");
  });
});
