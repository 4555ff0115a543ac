import { containersOf } from "#lib/kubernetes/containers.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { entriesOf } from "./entries.ts";
import { nameInWords } from "./name-in-words.ts";

/** A folder or file of the node as the path says it, without "..", doubled slashes or a slash at its end. */
export function normalizeNodePath(path: string): string {
  const slashed = path.trim().replaceAll("\\", "/");
  const parts: string[] = [];
  for (const part of slashed.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === "..") parts.pop();
    else parts.push(part);
  }
  const isWindows = /^[a-z]:/i.test(slashed) || slashed.startsWith("//./pipe/");
  return isWindows ? parts.join("/").toLowerCase() : `/${parts.join("/")}`;
}

/** True when the path is the folder or lies in it; both normalized. */
export function liesIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder === "/" ? folder : `${folder}/`);
}

/** Which containers mount the volume, in words that end the sentence: `read-write into container "agent"`. */
export function describeMounts(workload: Workload, volume: string): string {
  const mounts = containersOf(workload).flatMap(({ container }) =>
    entriesOf(container.volumeMounts)
      .filter(({ entry }) => entry.name === volume)
      .map(({ entry }) => ({ container: container.name, readOnly: entry.readOnly === true })),
  );
  if (mounts.length === 0) return "though no container mounts it yet";
  const names = [...new Set(mounts.map((mount) => nameInWords("container", mount.container)))];
  const manner = mounts.every((mount) => mount.readOnly) ? "read-only" : "read-write";
  return `${manner} into ${names.join(", ")}`;
}

/** True when every container that mounts the volume mounts it read-only, and one does. */
export function isMountedReadOnly(workload: Workload, volume: string): boolean {
  const mounts = containersOf(workload).flatMap(({ container }) =>
    entriesOf(container.volumeMounts).filter(({ entry }) => entry.name === volume),
  );
  return mounts.length > 0 && mounts.every(({ entry }) => entry.readOnly === true);
}
