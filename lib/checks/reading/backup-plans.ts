import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { labelSelectorMatches, labelsMatch } from "#lib/kubernetes/selectors.ts";
import { scheduleCovers, veleroSchedules } from "./backup-tool.ts";
import { recordOf, recordsOf } from "./entries.ts";
import { namespaceOf, objectNamed, objectsIn } from "./namespaced.ts";
import { oncePerIndex } from "./once-per-index.ts";
import { labelsOf, podLabelsOf } from "./pod-template.ts";

/** A volume of a workload that outlives its pods, and the claim behind it as far as it is known. */
export type LastingVolume = { name: string; claim: string | null; marks: Record<string, string> };

/** Kinds that are plans of backup tools, to tell a cluster with plans from one without. */
const PLAN_KINDS: readonly (readonly [kind: string, group: RegExp])[] = [
  ["Schedule", /^(velero\.io|k8up\.io|backup\.appuio\.ch)\//],
  ["Policy", /^config\.kio\.kasten\.io\//],
  ["RecurringJob", /^longhorn\.io\//],
  ["ReplicationSource", /^volsync\.backube\//],
  ["BackupConfiguration", /^(stash\.appscode\.com|core\.kubestash\.com)\//],
  ["ScheduledBackup", /^postgresql\.cnpg\.io\//],
];

/** True when the snapshot holds a plan of any backup tool whose plans are read. */
export function hasBackupPlans(index: ClusterIndex): boolean {
  return PLAN_KINDS.some(([kind, group]) => index.ofKind(kind).some(({ object }) => group.test(object.apiVersion)));
}

const plansOf = oncePerIndex((index: ClusterIndex, kind: string): readonly KubernetesObject[] => {
  const group = PLAN_KINDS.find(([name]) => name === kind)?.[1];
  return index.ofKind(kind).flatMap(({ object }) => (group?.test(object.apiVersion) ? [object] : []));
});

/** The volumes of a pod template that are claims, with the labels and annotations of the claims. */
export function claimedVolumesOf(workload: Workload, index: ClusterIndex): LastingVolume[] {
  const namespace = namespaceOf(workload);
  const templates = recordsOf(recordOf(workload.object.spec).volumeClaimTemplates).map(({ entry }) => ({
    name: textOf(recordOf(entry.metadata).name),
    claim: null,
    marks: marksOf(recordOf(entry.metadata)),
  }));
  const own = recordsOf(workload.pod.volumes).flatMap(({ entry }) => {
    const { claimName } = recordOf(entry.persistentVolumeClaim);
    if (typeof claimName !== "string") return [];
    const claim = objectNamed(index, "PersistentVolumeClaim", namespace, claimName)?.object;
    return [{ name: textOf(entry.name), claim: claimName, marks: marksOf(recordOf(claim?.metadata)) }];
  });
  // A pod of a StatefulSet lists what its template claims for it.
  const names = new Set(templates.map(({ name }) => name));
  return [...templates, ...own.filter(({ name }) => !names.has(name))];
}

function marksOf({ labels, annotations }: Record<string, unknown>): Record<string, string> {
  return { ...labelsOf(annotations), ...labelsOf(labels) };
}

/** Why a volume is left out of backups on purpose, in words; null when nothing says so. */
export function whyLeftOut({ name, marks }: LastingVolume, workload: Workload): string | null {
  if (marks["velero.io/exclude-from-backup"] === "true") return "its claim is labelled velero.io/exclude-from-backup";
  if (marks["k8up.io/backup"] === "false") return "its claim is annotated k8up.io/backup: false";
  const excluded = namesIn(workload, "backup.velero.io/backup-volumes-excludes");
  return excluded.includes(name) ? "the pod's annotation backup-volumes-excludes names it" : null;
}

/** Volumes that an annotation of the pod lists by name. */
function namesIn({ podMetadata }: Workload, annotation: string): string[] {
  const list = recordOf(podMetadata.annotations)[annotation];
  return typeof list === "string" ? list.split(",").map((name) => name.trim()) : [];
}

/** True when some plan of the snapshot saves the volume: by namespace, by claim, or by the workload. */
export function isInBackupPlan(volume: LastingVolume, workload: Workload, index: ClusterIndex): boolean {
  const namespace = namespaceOf(workload);
  return (
    isWholeNamespaceSaved(index, namespace) ||
    isAskedOfVelero(volume, workload, namespace, index) ||
    plansOf(index, "RecurringJob").some((job) => longhornCovers(job, volume)) ||
    isNamedByPlan(volume, workload, namespace, index)
  );
}

const isWholeNamespaceSaved = oncePerIndex(
  (index: ClusterIndex, namespace: string): boolean =>
    veleroSchedules(index).some((schedule) => scheduleCovers(schedule, namespace)) ||
    plansOf(index, "Policy").some((policy) => kastenCovers(policy, namespace, index)) ||
    plansOf(index, "Schedule").some((plan) => !isVelero(plan) && namespaceOf(plan) === namespace),
);

function isVelero({ apiVersion }: KubernetesObject): boolean {
  return apiVersion.startsWith("velero.io/");
}

/** A pod may ask for its volumes by name, and then also a schedule that takes none by itself saves them. */
function isAskedOfVelero({ name }: LastingVolume, workload: Workload, namespace: string, index: ClusterIndex): boolean {
  if (!namesIn(workload, "backup.velero.io/backup-volumes").includes(name)) return false;
  return isNamespaceScheduled(index, namespace);
}

const isNamespaceScheduled = oncePerIndex((index: ClusterIndex, namespace: string): boolean =>
  plansOf(index, "Schedule").some(
    (plan) => isVelero(plan) && recordOf(plan.spec).paused !== true && scheduleCovers(plan, namespace),
  ),
);

function kastenCovers({ spec }: KubernetesObject, namespace: string, index: ClusterIndex): boolean {
  const { actions, selector, frequency, paused } = recordOf(spec);
  const saves = recordsOf(actions).some(({ entry }) => entry.action === "backup");
  if (!saves || paused === true || frequency === "@onDemand" || selector === undefined) return false;
  const labels = labelsOf(index.find("Namespace", "", namespace)?.object.metadata.labels);
  return labelSelectorMatches(selector, { ...labels, "k10.kasten.io/appNamespace": namespace });
}

/** Jobs of the group "default" take every volume; others those whose claim is labelled with job or group. */
function longhornCovers({ metadata, spec }: KubernetesObject, { marks }: LastingVolume): boolean {
  const { task, groups } = recordOf(spec);
  if (typeof task !== "string" || !task.startsWith("backup")) return false;
  const named = Array.isArray(groups) ? groups.filter((group) => typeof group === "string") : [];
  const keys = [
    `recurring-job.longhorn.io/${metadata.name}`,
    ...named.map((one) => `recurring-job-group.longhorn.io/${one}`),
  ];
  return named.includes("default") || keys.some((key) => marks[key] === "enabled");
}

function isNamedByPlan({ claim }: LastingVolume, workload: Workload, namespace: string, index: ClusterIndex): boolean {
  const here = (kind: string) => objectsIn(index, kind, namespace).map(({ object }) => recordOf(object.spec));
  if (claim !== null && here("ReplicationSource").some(({ sourcePVC }) => sourcePVC === claim)) return true;
  const byTarget = here("BackupConfiguration").some(({ target }) => {
    const { ref, kind, name } = recordOf(target);
    const wanted = { kind, name, ...recordOf(ref) };
    return wanted.name === workload.ref.name || (wanted.kind === "PersistentVolumeClaim" && wanted.name === claim);
  });
  if (byTarget) return true;
  return here("ScheduledBackup").some(({ cluster }) =>
    labelsMatch({ "cnpg.io/cluster": recordOf(cluster).name }, podLabelsOf(workload)),
  );
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
