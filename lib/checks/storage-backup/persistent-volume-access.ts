import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { check, type Fault, NOT_APPLICABLE } from "../check.ts";
import { recordOf, recordsOf, stringsOf } from "../reading/entries.ts";
import { isWholeCluster } from "../reading/presence.ts";
import { defaultStorageClasses } from "../reading/storage-class.ts";

/** Provisioners whose disks one node at a time can write: asked for more, they never hand out a volume with files. */
const ONE_NODE =
  /^(ebs\.csi\.(aws|eks\.amazonaws)\.com|pd\.csi\.storage\.gke\.io|disk\.csi\.azure\.com|kubernetes\.io\/(aws-ebs|gce-pd|azure-disk|cinder)|cinder\.csi\.openstack\.org|csi\.hetzner\.cloud|dobs\.csi\.digitalocean\.com|linodebs\.csi\.linode\.com|csi\.scaleway\.com|blockvolume\.csi\.oraclecloud\.com|rancher\.io\/local-path|openebs\.io\/local|([\w-]+\.)?rbd\.csi\.ceph\.com)$/;

/**
 * Judges what a claim asks for, those in a StatefulSet included: a storage class by its name ("" says none on purpose),
 * one that the cluster has, and no ReadWriteMany of disks that one node at a time can write. A claim that names its
 * volume needs no class.
 */
export const persistentVolumeAccess = check({
  id: "persistent-volume-access",
  title: "Claim leaves its storage class open or asks for access it cannot have",
  severity: "low",
  layer: "cluster",
  dimension: "storage-backup",
  concern: null,
  references: [],
  why: "A claim without a class takes whatever is the default on that day in that cluster: fast or slow, encrypted or not, kept or deleted with the claim. One that asks a disk for what only a shared file system can do waits forever, and the pod with it.",
  seeByHand:
    "kubectl get pvc -A -o custom-columns=NS:.metadata.namespace,NAME:.metadata.name,CLASS:.spec.storageClassName,ACCESS:.spec.accessModes",
  fix: "Write storageClassName into the claim, and have the same few names on every cluster. Take ReadWriteOncePod where one pod owns the data, ReadWriteOnce otherwise, and ReadWriteMany only with a file system behind it (NFS, EFS, Azure Files, CephFS). The class of an existing claim cannot be changed: it means a new claim and a copy.",
  before: `apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: orders, namespace: shop }
spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 20Gi } } }
`,
  after: `apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: orders, namespace: shop }
spec: { storageClassName: "", volumeName: orders, accessModes: [ReadWriteOncePod], resources: { requests: { storage: 20Gi } } }
`,
  of: "object",
  kinds: ["PersistentVolumeClaim", "StatefulSet"],
  look: ({ object }, index) => {
    if (object.kind === "PersistentVolumeClaim") return ofClaim(object, "", index);
    const templates = recordsOf(recordOf(object.spec).volumeClaimTemplates);
    if (templates.length === 0) return NOT_APPLICABLE;
    return templates.flatMap(({ entry, at }) => ofClaim(entry, `spec.volumeClaimTemplates[${at}].`, index));
  },
});

function ofClaim(claim: Record<string, unknown>, path: string, index: ClusterIndex): Fault[] {
  const { storageClassName, volumeName, accessModes } = recordOf(claim.spec);
  const annotated = recordOf(recordOf(claim.metadata).annotations)["volume.beta.kubernetes.io/storage-class"];
  const named = [storageClassName, annotated].find((name) => typeof name === "string");
  const faults: Fault[] = [];
  const field = `${path}spec.storageClassName`;
  if (named === undefined && !volumeName)
    faults.push({ field, message: "the claim names no storage class and takes whatever is the default" });
  const storageClass = named === undefined ? defaultStorageClasses(index)[0] : index.find("StorageClass", "", named);
  const isMissing = named !== undefined && named !== "" && !storageClass && !volumeName;
  if (isMissing && isWholeCluster(index) && index.ofKind("StorageClass").length > 0)
    faults.push({ field, message: `there is no storage class "${named}" in the cluster` });
  const { provisioner } = recordOf(storageClass?.object);
  const isShared = stringsOf(accessModes).includes("ReadWriteMany") && recordOf(claim.spec).volumeMode !== "Block";
  if (isShared && typeof provisioner === "string" && ONE_NODE.test(provisioner))
    faults.push({
      field: `${path}spec.accessModes`,
      message: `ReadWriteMany is asked of ${provisioner}, whose disks one node at a time can write`,
    });
  return faults;
}
