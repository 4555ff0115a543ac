import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { LocatedObject } from "#lib/kubernetes/object.ts";
import { readObjects } from "#lib/kubernetes/read-objects.ts";
import { redactObject } from "#lib/kubernetes/redact-object.ts";
import { CHECKS } from "../registry.ts";
import type { Result } from "../result.ts";
import { scan } from "../scan.ts";
import { FIELD_DEFAULTS, type ScanSettings } from "../settings.ts";

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

/**
 * What all checks say about some files together, read and redacted as an upload is, by the thresholds of the field or by
 * those of the other project. The same files are scanned once, so a corpus has one set of thresholds.
 */
export function scanCorpus(name: string, files: readonly string[], settings = FIELD_DEFAULTS): Promise<Result[]> {
  const key = [name, ...files].join("\n");
  const paths = files.map((file) => join(CORPORA, name, file));
  const results = scanned.get(key) ?? scanFiles(paths, settings);
  scanned.set(key, results);
  return results;
}

async function scanFiles(paths: readonly string[], settings: ScanSettings): Promise<Result[]> {
  const objects: LocatedObject[] = [];
  for (const path of paths)
    for await (const reading of readObjects(path, bytesOf(path)))
      if ("object" in reading) objects.push({ ...reading.object, object: redactObject(reading.object.object) });
  return versionsOf(objects).flatMap((held) => scan({ objects: held, unreadable: [] }, CHECKS, settings).results);
}

/** Cases show one object of a cluster in several states, one beside the other; a cluster holds one of them at a time. */
function versionsOf(objects: readonly LocatedObject[]): LocatedObject[][] {
  const states = [...Map.groupBy(objects, ({ object }) => object.metadata.uid ?? object).values()];
  const count = Math.max(...states.map((same) => same.length));
  return Array.from({ length: Math.max(count, 1) }, (_, at) => states.flatMap((same) => same[at] ?? same[0] ?? []));
}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  yield readFileSync(path);
}
