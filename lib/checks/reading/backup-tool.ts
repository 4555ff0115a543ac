import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { recordOf, recordsOf, stringsOf } from "./entries.ts";
import type { Program } from "./running-program.ts";

/** Programs that back up what runs in a cluster. */
export const BACKUP_TOOLS: readonly Program[] = [
  { name: "Velero", image: /(^|\/)velero$/ },
  { name: "Kasten", image: /(^|\/)(kanister-tools|k10[\w-]*)$|kasten\/[\w-]+$/ },
  { name: "Stash", image: /(^|\/)(stash|stash-enterprise|kubestash)$/ },
  { name: "CloudCasa", image: /(^|\/)(kubeagent|cloudcasa[\w-]*|amds-kagent)$/ },
  { name: "K8up", image: /(^|\/)k8up$/ },
  { name: "Trilio", image: /(^|\/)k8s-triliovault[\w-]*$/ },
  { name: "Portworx Backup", image: /(^|\/)(px-backup|stork)$/ },
  { name: "Commvault", image: /(^|\/)commvault[\w-]*$/ },
  { name: "GKE Backup", image: /(^|\/)gke-backup[\w-]*$/ },
];

/** The Velero schedules that run and that save volumes of whole namespaces. */
export function veleroSchedules(index: ClusterIndex): readonly KubernetesObject[] {
  return index
    .ofKind("Schedule")
    .map(({ object }) => object)
    .filter((object) => {
      if (!object.apiVersion.startsWith("velero.io/")) return false;
      const { template, paused } = recordOf(object.spec);
      return paused !== true && savesVolumes(recordOf(template));
    });
}

/** A schedule that takes only labelled objects, other kinds, or no snapshots, leaves data out. */
function savesVolumes(template: Record<string, unknown>): boolean {
  const { includedResources, excludedResources, labelSelector, orLabelSelectors } = template;
  const claims = ["persistentvolumeclaims", "persistentvolumeclaim", "pvc", "*"];
  const included = stringsOf(includedResources);
  if (included.length > 0 && !included.some((name) => claims.includes(name))) return false;
  if (stringsOf(excludedResources).some((name) => claims.includes(name))) return false;
  if (Object.keys(recordOf(labelSelector)).length > 0 || recordsOf(orLabelSelectors).length > 0) return false;
  return template.snapshotVolumes !== false || template.defaultVolumesToFsBackup === true;
}

/** True when a Velero schedule includes the namespace: named, by pattern, or because it names none. */
export function scheduleCovers(schedule: KubernetesObject, namespace: string): boolean {
  const { includedNamespaces, excludedNamespaces } = recordOf(recordOf(schedule.spec).template);
  const included = stringsOf(includedNamespaces);
  const isIn = (patterns: readonly string[]) => patterns.some((pattern) => matchesPattern(pattern, namespace));
  return (included.length === 0 || isIn(included)) && !isIn(stringsOf(excludedNamespaces));
}

function matchesPattern(pattern: string, name: string): boolean {
  const parts = pattern.slice(0, 253).split("*");
  if (parts.length === 1) return pattern === name;
  const [first = "", ...rest] = parts;
  const last = rest.pop() ?? "";
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return false;
  let at = first.length;
  for (const part of rest) {
    const found = name.indexOf(part, at);
    if (found < 0 || found + part.length > name.length - last.length) return false;
    at = found + part.length;
  }
  return true;
}
