import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { containersOf } from "#lib/kubernetes/containers.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { recordOf, stringsOf } from "./entries.ts";
import { namespaceOf } from "./namespaced.ts";
import { imageName } from "./running-program.ts";

/** Commands that write a snapshot of etcd beside its own: those of k3s, RKE2 and Gardener, and the script of OpenShift. */
const COMMAND =
  /\b(?:k3s|rke2)\s+etcd-snapshot\b(?!\s+(?:ls|list|prune|delete))|\betcdbrctl\s+snapshot\b|\bcluster-backup\.sh\b/;
const SAVE = /\bsnapshot\s+save\b/;
/** Programs that do nothing else, or that do it by themselves (kOps' etcd-manager). */
const IMAGE = /^(etcd-(backup|snapshot)[\w-]*|etcdbrctl|talos-backup|etcd-manager[\w-]*)$/;
const LONGEST_SCRIPT = 20_000;

/** Kinds of distributions and operators that are a snapshot or a plan for some; `isGood` where one may say that it failed. */
const KINDS: readonly { kind: string; isGood?: (object: Record<string, unknown>) => boolean }[] = [
  { kind: "k3s.cattle.io/ETCDSnapshotFile", isGood: ({ status }) => recordOf(status).readyToUse !== false },
  { kind: "rke.cattle.io/ETCDSnapshot" },
  { kind: "management.cattle.io/EtcdBackup" },
  { kind: "config.openshift.io/Backup", isGood: ({ spec }) => recordOf(spec).etcd !== undefined },
  { kind: "operator.openshift.io/EtcdBackup" },
  { kind: "kubermatic.k8c.io/EtcdBackupConfig" },
  {
    kind: "druid.gardener.cloud/Etcd",
    isGood: ({ spec }) => recordOf(recordOf(spec).backup).store !== undefined,
  },
];
/** In which k3s and RKE2 list the snapshots that they took. */
const LISTS = ["k3s-etcd-snapshots", "rke2-etcd-snapshots"];

/** True when an object of the snapshot is a copy of the cluster's etcd, or a plan of a distribution's own to make some. */
export function hasEtcdSnapshots(index: ClusterIndex): boolean {
  return (
    KINDS.some(({ kind, isGood }) => index.ofKind(kind).some(({ object }) => isGood?.(object) ?? true)) ||
    LISTS.some((name) => Object.keys(recordOf(index.find("ConfigMap", "kube-system", name)?.object.data)).length > 0)
  );
}

/**
 * The workloads that save the cluster's etcd again and again. A job that ran once is none, nor is what saves the etcd of
 * an application beside which it runs.
 */
export function etcdBackupsOf(index: ClusterIndex): Workload[] {
  const candidates = index.workloads.filter(
    (workload) => workload.ref.kind !== "Job" && workload.replicas !== 0 && savesEtcd(workload),
  );
  if (candidates.length === 0) return [];
  const applications = new Set(
    index.workloads
      .filter((workload) => namespaceOf(workload) !== "kube-system" && runsEtcd(workload))
      .map((workload) => namespaceOf(workload)),
  );
  return candidates.filter((workload) => !applications.has(namespaceOf(workload)));
}

function savesEtcd(workload: Workload): boolean {
  const { kind, name } = workload.ref;
  if (kind === "CronJob" && name.includes("etcd") && /backup|snapshot/.test(name)) return true;
  return containersOf(workload).some(({ container, role }) => {
    if (role === "ephemeral") return false;
    if (IMAGE.test(imageName(container.image))) return true;
    const script = [...stringsOf(container.command), ...stringsOf(container.args)].join(" ").slice(0, LONGEST_SCRIPT);
    const start = script.indexOf("etcdctl");
    return kind !== "Pod" && (COMMAND.test(script) || (start >= 0 && SAVE.test(script.slice(start))));
  });
}

function runsEtcd({ ref, pod }: Workload): boolean {
  const containers: readonly unknown[] = Array.isArray(pod.containers) ? pod.containers : [];
  return (
    (ref.kind === "StatefulSet" || ref.kind === "Deployment") &&
    containers.some((container) => imageName(recordOf(container).image) === "etcd")
  );
}
