import { dirname } from "node:path";
import { newestTime } from "#lib/kubernetes/detect-observed-at.ts";
import { gapsOfDump } from "#lib/kubernetes/dump-gaps.ts";
import { leaveOutUnread } from "#lib/kubernetes/leave-out-unread.ts";
import type { LocatedObject, Unreadable } from "#lib/kubernetes/object.ts";
import { readObjects } from "#lib/kubernetes/read-objects.ts";
import { CleanedParts, redactObject } from "#lib/kubernetes/redact-object.ts";
import { EqualParts } from "#lib/kubernetes/share-equal-parts.ts";
import { readingsOf } from "#lib/kubernetes/withheld.ts";
import { SourceRefused } from "./limits.ts";
import type { SourceFile } from "./source-file.ts";

/** What a source held: redacted objects, what could not be read, and the version that a version file named ("1.34"). */
export type Snapshot = {
  objects: LocatedObject[];
  unreadable: Unreadable[];
  kubernetesVersion?: string;
  /** The newest time in the objects, as detectObservedAt reads it; also in fields that were left out. */
  newestTime: string | null;
};

/** Says how many objects have been read, each time one more has. */
type OnObject = (read: number) => void;

/**
 * Reads every file of a source. Objects leave this function without any secret value. Throws SourceRefused when the source
 * as a whole must not be read.
 */
export async function readSnapshot(
  files: AsyncIterable<SourceFile>,
  onObject: OnObject = () => undefined,
): Promise<Snapshot> {
  const snapshot: Snapshot = { objects: [], unreadable: [], newestTime: null };
  const memory = { parts: new EqualParts(), cleaned: new CleanedParts() };
  const paths: string[] = [];
  for await (const file of files) {
    paths.push(file.path);
    if ("passedOver" in file) snapshot.unreadable.push({ path: file.path, reason: file.passedOver, foreign: true });
    else await readFile(file, snapshot, memory, onObject);
  }
  for (const resource of gapsOfDump(paths)) addRefusal(snapshot, resource, dirname(paths[0] ?? ""));
  return snapshot;
}

function addRefusal(snapshot: Snapshot, resource: string, path: string): void {
  for (const reading of readingsOf({ resource, group: "", code: 0 }, { path }))
    if ("unreadable" in reading) snapshot.unreadable.push(reading.unreadable);
    else snapshot.objects.push(reading.object);
}

async function readFile(
  { path, bytes }: Extract<SourceFile, { bytes: unknown }>,
  snapshot: Snapshot,
  { parts, cleaned }: { parts: EqualParts; cleaned: CleanedParts },
  onObject: OnObject,
): Promise<void> {
  try {
    for await (const reading of readObjects(path, bytes)) {
      if ("version" in reading)
        snapshot.kubernetesVersion = newerVersion(snapshot.kubernetesVersion, minorOf(reading.version));
      else if ("unreadable" in reading) snapshot.unreadable.push(reading.unreadable);
      else {
        const { object } = reading.object;
        snapshot.newestTime = newestTime(snapshot.newestTime, object);
        snapshot.objects.push({
          ...reading.object,
          object: redactObject(parts.share(leaveOutUnread(object)), cleaned),
        });
        onObject(snapshot.objects.length);
      }
    }
  } catch (error) {
    // Unpacking fails inside of a file: the source as a whole is refused.
    if (error instanceof SourceRefused) throw error;
    throw new SourceRefused(`${path} could not be read: ${error instanceof Error ? error.message : "unknown"}`);
  }
}

function minorOf(version: string): string | undefined {
  return /^v(\d+\.\d+)/.exec(version)?.[1];
}

/** The newer of two minor versions ("1.34"), where there are two: the order of files decides nothing. */
export function newerVersion(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a.localeCompare(b, "en", { numeric: true }) < 0 ? b : a;
}
