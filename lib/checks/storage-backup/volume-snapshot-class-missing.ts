import { check, NOT_APPLICABLE, notAssessable, PASS } from "../check.ts";
import { isWholeCluster } from "../reading/presence.ts";
import { canSnapshot } from "../reading/storage-class.ts";

/**
 * Judges that each CSI driver that can take snapshots (of the storage classes, else of the CSIDriver objects) has a
 * VolumeSnapshotClass. Without such a driver there is nothing to say.
 */
export const volumeSnapshotClassMissing = check({
  id: "volume-snapshot-class-missing",
  title: "Volumes cannot be snapshotted",
  severity: "medium",
  layer: "cluster",
  dimension: "storage-backup",
  concern: null,
  references: [],
  why: "The storage could take snapshots in seconds, but nothing tells Kubernetes how. Backups then copy files while the database writes them, or leave the volumes out, and before an upgrade there is no quick way back.",
  seeByHand: "kubectl get csidrivers; kubectl get volumesnapshotclasses",
  fix: "Install the snapshot controller with its resource definitions, add a VolumeSnapshotClass for the driver with deletionPolicy: Retain, and let the backup tool use it. Snapshots lie beside the disk and cost money: copy them elsewhere, and expire them.",
  before: `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: fast }
provisioner: ebs.csi.aws.com
`,
  after: `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: fast }
provisioner: ebs.csi.aws.com
---
apiVersion: snapshot.storage.k8s.io/v1
kind: VolumeSnapshotClass
metadata: { name: fast }
driver: ebs.csi.aws.com
deletionPolicy: Retain
`,
  of: "cluster",
  look: (index) => {
    const byClass = index.ofKind("StorageClass").filter(({ object }) => canSnapshot(object.provisioner));
    const drivers = new Set(byClass.map(({ object }) => String(object.provisioner)));
    if (drivers.size === 0)
      for (const { object } of index.ofKind("CSIDriver"))
        if (canSnapshot(object.metadata.name)) drivers.add(object.metadata.name);
    if (drivers.size === 0) return NOT_APPLICABLE;
    const covered = new Set(index.ofKind("VolumeSnapshotClass").map(({ object }) => String(object.driver)));
    const missing = [...drivers].filter((driver) => !covered.has(driver));
    if (missing.length === 0) return PASS;
    if (!isWholeCluster(index))
      return notAssessable(
        `no VolumeSnapshotClass for ${missing.join(", ")} is in the snapshot, but the cluster may have one`,
      );
    return missing.map((driver) => {
      const on = byClass.find(({ object }) => object.provisioner === driver);
      return { on, field: on ? "provisioner" : "", message: `no VolumeSnapshotClass names the driver ${driver}` };
    });
  },
});
