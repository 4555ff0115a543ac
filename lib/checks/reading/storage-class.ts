import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { LocatedObject } from "#lib/kubernetes/object.ts";
import { recordOf } from "./entries.ts";

const DEFAULT_MARKS = [
  "storageclass.kubernetes.io/is-default-class",
  "storageclass.beta.kubernetes.io/is-default-class",
];

/** The storage classes that are marked as the default. */
export function defaultStorageClasses(index: ClusterIndex): readonly LocatedObject[] {
  return index.ofKind("StorageClass").filter(({ object }) => {
    const annotations = recordOf(object.metadata.annotations);
    return DEFAULT_MARKS.some((mark) => annotations[mark] === "true");
  });
}

/** Drivers of the Container Storage Interface that keep no disk that one could take a snapshot of. */
const WITHOUT_SNAPSHOTS =
  /^(secrets-store\.csi|efs\.csi|s3\.csi|smb\.csi|csi\.spiffe\.io|csi\.cert-manager\.io|csi\.sharedresource|gcsfuse\.csi|blob\.csi|local\.csi|csi\.trust\.cert-manager\.io|inject\.|node\.s3\.)/;

/** True for the name of a CSI driver that can take snapshots, as far as its name tells. */
export function canSnapshot(provisioner: unknown): boolean {
  if (typeof provisioner !== "string" || provisioner.startsWith("kubernetes.io/")) return false;
  const isCsi =
    /(^|[.-])csi([.-]|$)/.test(provisioner) || /^(driver\.longhorn\.io|pd\.csi|disk\.csi)/.test(provisioner);
  return isCsi && !WITHOUT_SNAPSHOTS.test(provisioner);
}
