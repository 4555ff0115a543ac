import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject, LocatedObject } from "#lib/kubernetes/object.ts";
import { check, NOT_APPLICABLE, notAssessable, PASS, type Verdict } from "../check.ts";
import { BACKUP_TOOLS, scheduleCovers, veleroSchedules } from "../reading/backup-tool.ts";
import { recordOf } from "../reading/entries.ts";
import { namespaceOf } from "../reading/namespaced.ts";
import { oncePerIndex } from "../reading/once-per-index.ts";
import { isWholeCluster } from "../reading/presence.ts";
import { workloadsRunning } from "../reading/running-program.ts";
import { sayOnceOfKind } from "../reading/say-once.ts";
import { ageInWords, hoursBefore, NO_CLOCK } from "../reading/snapshot-age.ts";
import { canSnapshot } from "../reading/storage-class.ts";

/** The oldest that the newest snapshot of a volume may be: a week of lost work is the most that anybody would call a copy. */
const OLDEST_HOURS = 7 * 24;

/**
 * Judges whether each bound claim on a driver that can take snapshots has a ready VolumeSnapshot of the last week. Claims
 * that a Velero schedule saves are left to the checks of backups; those of a pod alone end with it.
 */
export const volumeSnapshotMissingOrOld = check({
  id: "volume-snapshot-missing-or-old",
  title: "Volume has no recent snapshot",
  severity: "medium",
  layer: "cluster",
  dimension: "storage-backup",
  concern: null,
  references: [],
  why: "When a migration goes wrong or somebody deletes the wrong rows, there is no point to go back to. Replicas do not help: they copy the mistake within a second.",
  seeByHand: "kubectl get volumesnapshots -A --sort-by=.status.creationTime; kubectl get pvc -A",
  fix: "Let a backup tool or a snapshot scheduler take one each day and keep a few, and take one before each migration. A snapshot lies beside its disk: it does not replace a copy in another account. Databases want to be told (flush, freeze) for the copy to be clean. If the provider takes snapshots outside of Kubernetes, say so in an answer.",
  before: `apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: orders, namespace: shop }
spec: { storageClassName: fast, resources: { requests: { storage: 20Gi } } }
status: { phase: Bound }
---
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: fast }
provisioner: ebs.csi.aws.com
`,
  after: `apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: orders, namespace: shop }
spec: { storageClassName: fast, resources: { requests: { storage: 20Gi } } }
status: { phase: Bound }
---
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: fast }
provisioner: ebs.csi.aws.com
---
apiVersion: snapshot.storage.k8s.io/v1
kind: VolumeSnapshot
metadata: { name: orders-1, namespace: shop, creationTimestamp: "2026-11-20T02:00:00Z" }
spec: { source: { persistentVolumeClaimName: orders } }
status: { readyToUse: true, creationTime: "2026-11-20T02:00:00Z" }
`,
  of: "object",
  kinds: ["PersistentVolumeClaim"],
  look: (located, index) => {
    const { object } = located;
    const { phase } = recordOf(object.status);
    if (typeof phase !== "string")
      return sayOnceOfKind(located, index, "the claims have no status here: scan the running cluster");
    if (phase !== "Bound" || isOfOnePod(object)) return NOT_APPLICABLE;
    const newest = newestSnapshots(index, "ready").get(keyOf(namespaceOf(object), object.metadata.name));
    return newest ? judgeAge(newest, index) : judgeAbsence(located, index);
  },
});

function judgeAge(newest: LocatedObject, index: ClusterIndex): Verdict {
  const hours = hoursBefore(index, timeOf(newest.object));
  if (hours === null) return notAssessable(NO_CLOCK);
  if (hours <= OLDEST_HOURS) return PASS;
  return [{ field: "", message: `its newest snapshot "${newest.object.metadata.name}" is ${ageInWords(hours)} old` }];
}

function judgeAbsence(located: LocatedObject, index: ClusterIndex): Verdict {
  const claim = located.object;
  const driver = driverOf(claim, index);
  if (driver !== undefined && !canSnapshot(driver)) return NOT_APPLICABLE;
  if (veleroSchedules(index).some((schedule) => scheduleCovers(schedule, namespaceOf(claim)))) return NOT_APPLICABLE;
  if (driver === undefined)
    return sayOnceOfKind(
      located,
      index,
      "neither the volumes nor the storage classes of the claims are in the snapshot",
    );
  if (!isWholeCluster(index))
    return sayOnceOfKind(
      located,
      index,
      "the snapshot is a part of the cluster, so there may be VolumeSnapshots elsewhere",
    );
  const tool = workloadsRunning(index, BACKUP_TOOLS)[0]?.program;
  if (tool !== undefined && tool !== "Velero")
    return sayOnceOfKind(located, index, `${tool} runs, and which volumes it saves is written down there`);
  return [{ field: "", message: `no ready VolumeSnapshot of the claim is there (driver ${driver})` }];
}

/** The CSI driver behind a claim, by its volume, else by its class; undefined when neither was collected. */
function driverOf(claim: KubernetesObject, index: ClusterIndex): string | undefined {
  const { volumeName, storageClassName } = recordOf(claim.spec);
  const volume = typeof volumeName === "string" ? index.find("PersistentVolume", "", volumeName) : undefined;
  if (volume) {
    const { driver } = recordOf(recordOf(volume.object.spec).csi);
    return typeof driver === "string" ? driver : "none";
  }
  const name = typeof storageClassName === "string" ? storageClassName : "";
  const { provisioner } = recordOf(index.find("StorageClass", "", name)?.object);
  return typeof provisioner === "string" ? provisioner : undefined;
}

const newestSnapshots = oncePerIndex((index: ClusterIndex, _: "ready"): ReadonlyMap<string, LocatedObject> => {
  const newest = new Map<string, LocatedObject>();
  for (const located of index.ofKind("VolumeSnapshot")) {
    const { object } = located;
    const { persistentVolumeClaimName: claim } = recordOf(recordOf(object.spec).source);
    if (typeof claim !== "string" || recordOf(object.status).readyToUse !== true) continue;
    const key = keyOf(namespaceOf(object), claim);
    const known = newest.get(key);
    if (!known || timeOf(object) > timeOf(known.object)) newest.set(key, located);
  }
  return newest;
});

function timeOf({ status, metadata }: KubernetesObject): string {
  const time = recordOf(status).creationTime ?? metadata.creationTimestamp;
  return typeof time === "string" ? time : "";
}

function isOfOnePod({ metadata }: KubernetesObject): boolean {
  return Array.isArray(metadata.ownerReferences) && metadata.ownerReferences.some((owner) => owner?.kind === "Pod");
}

function keyOf(namespace: string, name: string): string {
  return `${namespace}/${name}`;
}
