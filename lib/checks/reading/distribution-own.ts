import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { recordOf } from "./entries.ts";

/** Marks by which the manager of a managed cluster says that it puts the object back as it was. */
const MANAGED_MARKS: readonly (readonly [key: string, value: RegExp])[] = [
  ["addonmanager.kubernetes.io/mode", /^(Reconcile|EnsureExists)$/],
  ["kubernetes.azure.com/managedby", /^aks$/],
  ["doks.digitalocean.com/managed", /^true$/],
  ["eks.amazonaws.com/component", /./],
];
/** Names that EKS keeps for itself. */
const RESERVED = /^eks:/;

const OWNER_KIND = "objectset.rio.cattle.io/owner-gvk";
const OWNER_NAME = "objectset.rio.cattle.io/owner-name";
/** What k3s brings along. Files of one's own in its folder become add-ons too, under other names. */
const OF_K3S = new Set(
  "aggregated-metrics-reader auth-delegator auth-reader ccm coredns local-storage metrics-apiservice metrics-server-deployment metrics-server-service resource-reader rolebindings runtimes traefik".split(
    " ",
  ),
);

/** True for what a provider's manager or k3s writes back at its next turn, whatever somebody makes of it. */
export function isDistributionsOwn(object: KubernetesObject, index: ClusterIndex): boolean {
  return (index.managedControlPlane === true && isManaged(object)) || isOfK3s(object);
}

/** True when the object carries the mark of a provider's manager. */
export function isManaged({ metadata }: KubernetesObject): boolean {
  const labels = recordOf(metadata.labels);
  return (
    RESERVED.test(metadata.name) ||
    MANAGED_MARKS.some(([key, value]) => {
      const mark = labels[key];
      return typeof mark === "string" && value.test(mark);
    })
  );
}

function isOfK3s({ metadata }: KubernetesObject): boolean {
  const annotations = recordOf(metadata.annotations);
  const owner = annotations[OWNER_NAME];
  return annotations[OWNER_KIND] === "k3s.cattle.io/v1, Kind=Addon" && typeof owner === "string" && OF_K3S.has(owner);
}
