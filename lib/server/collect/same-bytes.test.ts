import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { CHECKS } from "#lib/checks/registry.ts";
import { scan } from "#lib/checks/scan.ts";
import { readSnapshot } from "./read-snapshot.ts";
import { scanInWorker } from "./scan-in-worker.ts";
import type { SourceFile } from "./source-file.ts";

const DEMO = "fixtures/demo/harbor-staging.json";
const { items } = JSON.parse(readFileSync(DEMO, "utf8")) as { items: object[] };
/** The demo in three files, as three commands would have printed it, and one of YAML. */
const FILES = [0, 1, 2].map((part) => ({
  path: `part-${part}.json`,
  text: JSON.stringify({ apiVersion: "v1", kind: "List", items: items.filter((_, at) => at % 3 === part) }, null, 4),
}));
FILES.push({
  path: "more.yaml",
  text: "apiVersion: v1\nkind: Pod\nmetadata: { name: größer, namespace: shop }\nspec: { containers: [{ name: a, image: busybox }] }\n",
});

async function* inChunks(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function digestOf(files: readonly { path: string; text: string }[], size: number): Promise<string> {
  const sources = async function* (): AsyncGenerator<SourceFile> {
    for (const { path, text } of files) yield { path, bytes: inChunks(text, size) };
  };
  return digest(scan(await readSnapshot(sources()), CHECKS));
}

function digest(report: unknown): string {
  return createHash("sha256").update(JSON.stringify(report)).digest("hex");
}

test("any order of files and any size of chunks give the same report, to the byte", async () => {
  const expected = await digestOf(FILES, 1 << 18);
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(FILES, { minLength: FILES.length, maxLength: FILES.length }),
      fc.integer({ min: 1, max: 5_000 }),
      async (files, size) => {
        expect(await digestOf(files, size)).toBe(expected);
      },
    ),
    { numRuns: 6, seed: 20_261_123, examples: [[FILES.toReversed(), 1]] },
  );
});

test("one, two and four workers side by side give the same report, to the byte", async () => {
  const scanned = (count: number) =>
    Promise.all(
      Array.from({ length: count }, () => scanInWorker(DEMO, { fileName: "demo.json", onProgress: () => undefined })),
    );
  const digests = (await Promise.all([1, 2, 4].map(scanned))).flat().map(({ report, sha256, redactedObjects }) => {
    return digest([report, sha256, redactedObjects.toString("base64")]);
  });
  expect(digests).toHaveLength(7);
  expect(new Set(digests).size).toBe(1);
});
