import { check, NOT_APPLICABLE, PASS } from "../check.ts";

/** Provisioners whose volumes have no size that could grow: folders of a node or a share, and elastic file systems. */
const WITHOUT_SIZE =
  /^(kubernetes\.io\/(no-provisioner|host-path|nfs)|rancher\.io\/local-path|docker\.io\/hostpath|k8s\.io\/minikube-hostpath|microk8s\.io\/hostpath|hostpath\.csi\.k8s\.io|openebs\.io\/local|local\.csi\.openebs\.io|efs\.csi\.aws\.com|[\w.-]+\/(nfs|nfs-client|nfs-subdir-external-provisioner)|cluster\.local\/.*nfs.*|s3\.csi\.aws\.com|gcsfuse\.csi\.storage\.gke\.io)$/;

/**
 * Restricted field: allowVolumeExpansion of a StorageClass; what is not set is false. Classes whose volumes are folders
 * without a size of their own have nothing to grow.
 */
export const storageClassExpansionDisabled = check({
  id: "storage-class-expansion-disabled",
  title: "Volumes of this class cannot grow",
  severity: "low",
  layer: "cluster",
  dimension: "storage-backup",
  concern: null,
  references: [],
  why: "A full disk stops a database. With expansion it is one line and a minute; without it somebody copies all the data to a larger volume in the middle of the night, with the service down, by hand.",
  seeByHand: "kubectl get storageclass",
  fix: "Set allowVolumeExpansion: true; it is one of the few fields of a class that can be changed in place, and it counts for volumes that exist already. The driver must support it (nearly all do). Volumes grow but never shrink, so growing is still a decision with a price.",
  before: `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: fast }
provisioner: ebs.csi.aws.com
`,
  after: `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: fast }
provisioner: ebs.csi.aws.com
allowVolumeExpansion: true
`,
  of: "object",
  kinds: ["StorageClass"],
  look: ({ object }) => {
    if (object.allowVolumeExpansion === true) return PASS;
    if (WITHOUT_SIZE.test(typeof object.provisioner === "string" ? object.provisioner : "")) return NOT_APPLICABLE;
    return [{ field: "allowVolumeExpansion", message: "the class does not let its volumes grow" }];
  },
});
