import type { KubernetesObject, LocatedObject, Unreadable } from "#lib/kubernetes/object.ts";
import { readObjects } from "#lib/kubernetes/read-objects.ts";
import { redactObject } from "#lib/kubernetes/redact-object.ts";
import { SourceRefused } from "./limits.ts";
import type { SourceFile } from "./source-file.ts";

/** What a source held: redacted objects, what could not be read, and the version that a version file named. */
export type Snapshot = { objects: LocatedObject[]; unreadable: Unreadable[]; kubernetesVersion?: string };

/** Reads every file of a source. Objects leave this function without any secret value. */
export async function readSnapshot(
  files: AsyncIterable<SourceFile>,
  onObject: (read: number) => void = () => undefined,
): Promise<Snapshot> {
  const objects: LocatedObject[] = [];
  const unreadable: Unreadable[] = [];
  const seen = new Set<string>();
  let version: string | undefined;
  for await (const file of files) {
    if ("passedOver" in file) {
      unreadable.push({ path: file.path, reason: file.passedOver, foreign: true });
      continue;
    }
    try {
      for await (const reading of readObjects(file.path, file.bytes)) {
        if ("version" in reading) version ??= minorOf(reading.version);
        else if ("unreadable" in reading) unreadable.push(reading.unreadable);
        else if (isNew(reading.object.object, seen)) {
          objects.push({ object: redactObject(reading.object.object), at: reading.object.at });
          onObject(objects.length);
        }
      }
    } catch (error) {
      // Unpacking fails inside of a file: the source as a whole is refused.
      throw error instanceof SourceRefused
        ? error
        : new SourceRefused(`${file.path} could not be read: ${error instanceof Error ? error.message : "unknown"}`);
    }
  }
  return { objects, unreadable, ...(version ? { kubernetesVersion: version } : {}) };
}

/** Bundles list the same object more than once (by namespace and for the whole cluster): an uid is one object. */
function isNew(object: KubernetesObject, seen: Set<string>): boolean {
  const { uid } = object.metadata;
  if (typeof uid !== "string" || uid === "") return true;
  const key = `${object.kind}/${uid}`;
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

function minorOf(version: string): string | undefined {
  return /^v(\d+\.\d+)/.exec(version)?.[1];
}
