/** What `kubectl cluster-info dump` writes for each namespace, in its order, and the resource that lies in it. */
const FILES: Readonly<Record<string, string>> = {
  "events.json": "events",
  "replication-controllers.json": "replicationcontrollers",
  "services.json": "services",
  "daemonsets.json": "daemonsets",
  "deployments.json": "deployments",
  "replicasets.json": "replicasets",
  "pods.json": "pods",
};

/**
 * The resources that a folder of `kubectl cluster-info dump` lacks, by the paths of its files: the command stops at the
 * first list that it may not have, and says so on a terminal that nobody keeps. Where it stopped, other namespaces are
 * missing as well: then all of its resources are in doubt. Empty for a whole dump and for any other folder.
 */
export function gapsOfDump(paths: readonly string[]): string[] {
  const folders = new Map<string, Set<string>>();
  for (const path of paths) {
    const steps = path.split(/[/\\]/);
    const file = steps.pop() ?? "";
    if (!Object.hasOwn(FILES, file)) continue;
    const folder = steps.join("/");
    folders.set(folder, (folders.get(folder) ?? new Set()).add(file));
  }
  // Nothing else writes replication controllers into a file of this name.
  const isDump = [...folders.values()].some((files) => files.has("replication-controllers.json"));
  const isWhole = [...folders.values()].every((files) => files.size === Object.keys(FILES).length);
  return isDump && !isWhole ? Object.values(FILES) : [];
}
