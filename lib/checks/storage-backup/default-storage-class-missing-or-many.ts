import { check, notAssessable, PASS } from "../check.ts";
import { defaultStorageClasses } from "../reading/storage-class.ts";

/** Judges how many of the storage classes of the snapshot are marked as default. Allowed: one. */
export const defaultStorageClassMissingOrMany = check({
  id: "default-storage-class-missing-or-many",
  title: "There is no default storage class, or several",
  severity: "low",
  layer: "cluster",
  dimension: "storage-backup",
  concern: null,
  references: [],
  why: "A claim that names no class takes the default. Without one it waits for ever, and its pod with it. With several the newest wins, so data lands on a class that nobody chose: slow, not encrypted, in one zone, or without backup.",
  seeByHand: "kubectl get storageclass",
  fix: 'Mark one class with the annotation storageclass.kubernetes.io/is-default-class: "true" and take it off the others. Volumes that exist stay where they are. Better still, name the class in every claim that matters.',
  before: `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: fast, annotations: { storageclass.kubernetes.io/is-default-class: "true" } }
provisioner: ebs.csi.aws.com
---
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: slow, annotations: { storageclass.kubernetes.io/is-default-class: "true" } }
provisioner: ebs.csi.aws.com
`,
  after: `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: fast, annotations: { storageclass.kubernetes.io/is-default-class: "true" } }
provisioner: ebs.csi.aws.com
---
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: slow }
provisioner: ebs.csi.aws.com
`,
  of: "cluster",
  look: (index) => {
    const classes = index.ofKind("StorageClass");
    if (classes.length === 0)
      return notAssessable("the snapshot holds no storage class: there may be none, or they were not collected");
    const marked = defaultStorageClasses(index);
    if (marked.length === 1) return PASS;
    const names = (marked.length === 0 ? classes : marked).map(({ object }) => `"${object.metadata.name}"`).join(", ");
    const message =
      marked.length === 0
        ? `no storage class is the default: ${names}`
        : `${marked.length} storage classes are the default: ${names}`;
    return [{ field: "", message }];
  },
});
