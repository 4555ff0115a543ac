import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { LocatedObject } from "#lib/kubernetes/object.ts";
import { readObjects } from "#lib/kubernetes/read-objects.ts";
import { redactObject } from "#lib/kubernetes/redact-object.ts";
import { CHECKS } from "../registry.ts";
import type { Result } from "../result.ts";
import { scan } from "../scan.ts";

/** Where the corpora lie: manifests of other projects, kept outside this repository. */
const CORPORA = process.env.CHARTROOM_CORPORA ?? "../shared/corpora";

export function hasCorpus(name: string): boolean {
  return existsSync(join(CORPORA, name));
}

/** The index of a corpus: what its authors expect of each file. */
export function expectedOf<T>(name: string): T[] {
  return JSON.parse(readFileSync(join(CORPORA, name, "expected.json"), "utf8"));
}

const scanned = new Map<string, Promise<Result[]>>();

/** What all checks say about some files together, read and redacted as an upload is. The same files are scanned once. */
export function scanCorpus(name: string, files: readonly string[]): Promise<Result[]> {
  const key = [name, ...files].join("\n");
  const results = scanned.get(key) ?? scanFiles(files.map((file) => join(CORPORA, name, file)));
  scanned.set(key, results);
  return results;
}

async function scanFiles(paths: readonly string[]): Promise<Result[]> {
  const objects: LocatedObject[] = [];
  for (const path of paths)
    for await (const reading of readObjects(path, bytesOf(path)))
      if ("object" in reading) objects.push({ ...reading.object, object: redactObject(reading.object.object) });
  return scan({ objects, unreadable: [] }, CHECKS).results;
}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  yield readFileSync(path);
}
