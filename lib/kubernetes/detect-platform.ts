import type { LocatedObject } from "./object.ts";
import { record } from "./pod-template.ts";

type OfKind = (kind: string) => readonly LocatedObject[];

/**
 * "1.34": from the image of a kube-apiserver pod, else from the newest kubelet (the API server is never older than one),
 * else undefined. A version file of a support bundle is better still: it comes as the option of buildClusterIndex.
 */
export function detectVersion(ofKind: OfKind): string | undefined {
  const kubelets = ofKind("Node").map(({ object }) => minorOf(record(record(object.status).nodeInfo).kubeletVersion));
  return detectServerVersions(ofKind)?.newest ?? newestFirst(kubelets)[0];
}

/** The versions of the API server by the images of its pods: several stand side by side during an upgrade. */
export function detectServerVersions(ofKind: OfKind): { oldest: string; newest: string } | null {
  const servers = newestFirst(ofKind("Pod").map(({ object }) => minorOf(tagOfApiServer(object.spec))));
  const [newest, oldest] = [servers[0], servers.at(-1)];
  return newest !== undefined && oldest !== undefined ? { oldest, newest } : null;
}

function newestFirst(versions: readonly (string | undefined)[]): string[] {
  const known = versions.filter((version) => version !== undefined);
  return known.sort((a, b) => Number(b.split(".")[1]) - Number(a.split(".")[1]));
}

function tagOfApiServer(spec: unknown): string | undefined {
  const { containers } = record(spec);
  const images = Array.isArray(containers) ? containers.map((container) => text(record(container).image)) : [];
  return images.map((image) => /\/(?:hyperkube|kube-apiserver(?:-\w+)?):(v1\.\d+)/.exec(image)?.[1]).find(Boolean);
}

/** True when the objects were printed by a running cluster: nodes, or objects that the API server has given an uid. */
export function isLiveSnapshot(ofKind: OfKind): boolean {
  const given = (kind: string) => ofKind(kind).some(({ object }) => typeof object.metadata.uid === "string");
  return ofKind("Node").length > 0 || ["Pod", "Namespace", "Deployment", "Service"].some(given);
}

/** Labels that only the node pools of managed clusters carry. */
const MANAGED_LABEL =
  /^(eks\.amazonaws\.com\/|alpha\.eksctl\.io\/|cloud\.google\.com\/gke-|kubernetes\.azure\.com\/|doks\.digitalocean\.com\/|lke\.linode\.com\/|ibm-cloud\.kubernetes\.io\/|oci\.oraclecloud\.com\/|node\.openshift\.io\/hypershift|alibabacloud\.com\/nodepool|k8s\.scaleway\.com\/managed)/;
/** "v1.29.1-eks-508b6b3", "v1.30.5-gke.1443001", "v1.28.3-aliyun.1". */
const MANAGED_VERSION = /-(eks-|gke\.|aliyun\.|aks)/;
/** Machines that a managed cluster has named: AKS scale sets, GKE instance names, EKS on Fargate. */
const MANAGED_PROVIDER_ID =
  /^azure:\/\/.*\/(virtualMachineScaleSets\/aks-|virtualMachines\/aks-)|^gce:\/\/.*\/gke-|^aws:\/\/.*\/fargate-/i;
const CONTROL_PLANE_LABEL = /^node-role\.kubernetes\.io\/(control-plane|master|controlplane)$/;

/** True on EKS, GKE, AKS and the like, false when the control plane's own nodes or pods are visible, null when nothing tells. */
export function detectManagedControlPlane(ofKind: OfKind): boolean | null {
  const nodes = ofKind("Node").map(({ object }) => ({
    labels: Object.keys(record(object.metadata.labels)),
    version: text(record(record(object.status).nodeInfo).kubeletVersion),
    providerId: text(record(object.spec).providerID),
  }));
  const isManaged = nodes.some(
    ({ labels, version, providerId }) =>
      labels.some((label) => MANAGED_LABEL.test(label)) ||
      MANAGED_VERSION.test(version) ||
      MANAGED_PROVIDER_ID.test(providerId),
  );
  if (isManaged) return true;
  const showsControlPlane =
    nodes.some(({ labels }) => labels.some((label) => CONTROL_PLANE_LABEL.test(label))) ||
    ofKind("Pod").some(({ object }) => tagOfApiServer(object.spec) !== undefined);
  return showsControlPlane ? false : null;
}

function minorOf(version: unknown): string | undefined {
  return typeof version === "string" ? /^v?(\d+\.\d+)/.exec(version)?.[1] : undefined;
}

/** Anything but a text is none: turning a stranger's object into one may throw. */
function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
