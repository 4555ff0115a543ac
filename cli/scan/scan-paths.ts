import { resolve } from "node:path";
import type { Wanted } from "#lib/checks/evaluate.ts";
import { CHECKS } from "#lib/checks/registry.ts";
import type { ScanReport } from "#lib/checks/result.ts";
import { scan } from "#lib/checks/scan.ts";
import { FIELD_DEFAULTS } from "#lib/checks/settings.ts";
import { laterTime } from "#lib/kubernetes/detect-observed-at.ts";
import type { LocatedObject, Unreadable } from "#lib/kubernetes/object.ts";
import { STATUS } from "#lib/kubernetes/withheld.ts";
import { COMMAND_LIMITS, SourceRefused } from "#lib/server/collect/limits.ts";
import { openSource } from "#lib/server/collect/open-source.ts";
import { openStream } from "#lib/server/collect/open-stream.ts";
import { newerVersion, readSnapshot, type Snapshot } from "#lib/server/collect/read-snapshot.ts";

/**
 * Scans all paths as one snapshot; "-" is standard input. A path that is refused is listed as unreadable, and does not stop
 * the others. `isUnreadable`: a part of the input that claims to be Kubernetes' could not be read, or a path held nothing.
 */
export async function scanPaths(
  paths: readonly string[],
  kubernetesVersion: string | undefined,
  wanted: Wanted,
): Promise<{ report: ScanReport; isUnreadable: boolean }> {
  const objects: LocatedObject[] = [];
  const unreadable: Unreadable[] = [];
  let foundVersion: string | undefined;
  let newestTime: string | null = null;
  let isUnreadable = false;
  for (const path of paths) {
    const read = await readPath(path);
    for (const object of read.objects) objects.push(object);
    for (const part of read.unreadable) unreadable.push(part);
    foundVersion = newerVersion(foundVersion, read.kubernetesVersion);
    newestTime = laterTime(newestTime, read.newestTime);
    const hasNothing = read.objects.every(({ object }) => object.kind === STATUS) && read.unreadable.length > 0;
    isUnreadable ||= hasNothing || read.unreadable.some((part) => !part.foreign);
  }
  const snapshot = { objects, unreadable, kubernetesVersion: kubernetesVersion ?? foundVersion, newestTime };
  return { report: scan(snapshot, CHECKS, FIELD_DEFAULTS, wanted), isUnreadable };
}

async function readPath(path: string): Promise<Snapshot> {
  try {
    const files =
      path === "-"
        ? openStream(process.stdin, "-", COMMAND_LIMITS)
        : openSource(fromCaller(path), path, COMMAND_LIMITS);
    return await readSnapshot(files);
  } catch (error) {
    if (!(error instanceof SourceRefused)) throw error;
    return { objects: [], unreadable: [{ path, reason: error.message }], newestTime: null };
  }
}

/** npm runs commands in the repository's root and tells where it was called from. */
export function fromCaller(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}
