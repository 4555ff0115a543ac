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
/** What k3s brings along. Files of one's own in its folder become add-ons and charts too, under other names. */
const OF_K3S: ReadonlyMap<unknown, ReadonlySet<unknown>> = new Map([
  [
    "k3s.cattle.io/v1, Kind=Addon",
    new Set(
      "aggregated-metrics-reader auth-delegator auth-reader ccm coredns local-storage metrics-apiservice metrics-server-deployment metrics-server-service resource-reader rolebindings runtimes traefik".split(
        " ",
      ),
    ),
  ],
  ["helm.cattle.io/v1, Kind=HelmChart", new Set(["traefik", "traefik-crd"])],
]);
/** Pods that k3s makes: of its load balancer, and of what installs its charts. */
const LOAD_BALANCER = "svccontroller.k3s.cattle.io/svcname";
const CHART = "helmcharts.helm.cattle.io/chart";

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

/** True for what k3s brings along or makes in kube-system. */
export function isOfK3s({ metadata }: KubernetesObject): boolean {
  const [annotations, labels] = [recordOf(metadata.annotations), recordOf(metadata.labels)];
  if (OF_K3S.get(annotations[OWNER_KIND])?.has(annotations[OWNER_NAME])) return true;
  if (metadata.namespace !== "kube-system") return false;
  const chart = labels[CHART];
  return labels[LOAD_BALANCER] !== undefined || chart === "traefik" || chart === "traefik-crd";
}
