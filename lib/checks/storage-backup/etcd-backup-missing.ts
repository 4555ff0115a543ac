import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { check, type Fault, notAssessable, PASS, type Verdict } from "../check.ts";
import { isSingleProcess } from "../reading/control-plane-program.ts";
import { recordOf } from "../reading/entries.ts";
import { etcdBackupsOf, hasEtcdSnapshots } from "../reading/etcd-backups.ts";
import { etcdClustersOf } from "../reading/etcd-members.ts";
import { nodeFlags } from "../reading/node-arguments.ts";
import { absenceOf, isWholeCluster } from "../reading/presence.ts";
import { switchOf } from "../reading/switch-value.ts";

/**
 * Judges whether anything in a self-managed cluster saves its etcd: a CronJob that is not suspended or another workload
 * that runs etcdctl snapshot save or the like, an operator, or the snapshots that k3s and RKE2 take. These two take them
 * unless told otherwise, so that only their switch is at fault. Backups of objects (Velero) are no copy of etcd.
 */
export const etcdBackupMissing = check({
  id: "etcd-backup-missing",
  title: "Nothing in the cluster saves etcd",
  severity: "high",
  layer: "cluster",
  dimension: "disaster-recovery",
  concern: null,
  references: [],
  why: "Every object of the cluster lives in etcd alone. When most of its members are lost, by disks, by a wrong command or by an upgrade that went astray, there is nothing to start from: all is built again by hand, from what somebody remembers and what happened to be in Git.",
  seeByHand:
    "kubectl get cronjobs -A -o yaml | grep -n 'snapshot save'; kubectl get etcdsnapshotfiles.k3s.cattle.io; kubectl -n kube-system get pods -l component=etcd",
  fix: "Save a snapshot every few hours (etcdctl snapshot save, or the schedule of your distribution), encrypted, to a place away from these machines, and check each with etcdutl snapshot status. It holds every Secret: guard it as such. Rehearse the restore on a spare machine. If a timer on the control-plane machines does this already it cannot be seen here: show when it last ran and answer so.",
  before: `apiVersion: v1
kind: Node
metadata: { name: cp-1, labels: { node-role.kubernetes.io/control-plane: "" } }
---
apiVersion: batch/v1
kind: CronJob
metadata: { name: save-state, namespace: kube-system }
spec:
  schedule: "0 */6 * * *"
  suspend: true
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers: [{ name: save, image: "registry.k8s.io/etcd:3.6.5-0", command: [etcdctl, snapshot, save, /copy/etcd.db] }]
`,
  after: `apiVersion: v1
kind: Node
metadata: { name: cp-1, labels: { node-role.kubernetes.io/control-plane: "" } }
---
apiVersion: batch/v1
kind: CronJob
metadata: { name: save-state, namespace: kube-system }
spec:
  schedule: "0 */6 * * *"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers: [{ name: save, image: "registry.k8s.io/etcd:3.6.5-0", command: [etcdctl, snapshot, save, /copy/etcd.db] }]
`,
  of: "cluster",
  look: (index) => {
    if (index.managedControlPlane === true)
      return notAssessable("the provider runs etcd: what is saved and how it is restored is a promise of theirs");
    const backups = etcdBackupsOf(index);
    if (backups.some((backup) => !isSuspended(backup)) || hasEtcdSnapshots(index)) return PASS;
    const faults = [...switchedOff(index), ...backups.map(suspended)];
    return faults.length > 0 ? faults : nothingSeen(index);
  },
});

function nothingSeen(index: ClusterIndex): Verdict {
  if (isWholeCluster(index)) {
    if (index.managedControlPlane === null)
      return notAssessable("nothing in the snapshot shows who runs the control plane and its etcd");
    if (bringsOwnSnapshots(index))
      return notAssessable(
        "k3s and RKE2 save etcd on their own machines unless told otherwise, and keep other databases apart: look there, and whether a copy goes elsewhere",
      );
  }
  const what = "a backup of etcd";
  return absenceOf(index, what, "no job, operator or snapshot in the cluster saves its etcd");
}

/** k3s without etcd keeps its state in another database, which nothing in the API shows. */
function bringsOwnSnapshots(index: ClusterIndex): boolean {
  return (
    isSingleProcess(index) ||
    index.ofKind("Node").some(({ object }) => {
      const { kubeletVersion } = recordOf(recordOf(object.status).nodeInfo);
      return typeof kubeletVersion === "string" && kubeletVersion.includes("+rke2");
    })
  );
}

function switchedOff(index: ClusterIndex): Fault[] {
  if (etcdClustersOf(index).length === 0) return [];
  return nodeFlags(index).flatMap(({ on, flag }): Fault[] => {
    const off = flag("etcd-disable-snapshots");
    return off && switchOf(off.value) === true
      ? [{ on, field: off.field, message: "its etcd-disable-snapshots switches the snapshots of etcd off" }]
      : [];
  });
}

function isSuspended({ object }: Workload): boolean {
  return object.kind === "CronJob" && recordOf(object.spec).suspend === true;
}

function suspended({ object, at, lineOf }: Workload): Fault {
  const on = { object, at, ...(lineOf ? { lineOf } : {}) };
  return { on, field: "spec.suspend", message: "it would save etcd, but it is suspended" };
}
