import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { check, type Fault, NOT_APPLICABLE, notAssessable, PASS } from "../check.ts";
import { recordsOf } from "../reading/entries.ts";
import { namespaceOf, objectNamed } from "../reading/namespaced.ts";
import { isMadeByController } from "../reading/secret-makers.ts";
import { accountOf } from "../reading/service-account.ts";

const REGISTRY_TYPES: ReadonlySet<unknown> = new Set(["kubernetes.io/dockerconfigjson", "kubernetes.io/dockercfg"]);
type Wanted = { name: string; field: string; by: string };

/**
 * Looks for the pull secrets that the pod names, or else its service account. Allowed: a Secret of the namespace with a
 * registry's type, one that a controller makes, none at all (images of a public registry, or of one to which the node has
 * the key). Of manifests an absent Secret cannot be judged.
 */
export const imagePullSecretNotFound = check({
  id: "image-pull-secret-not-found",
  title: "Pod names a pull secret that is not there",
  severity: "medium",
  layer: "container",
  dimension: "applications",
  concern: null,
  references: [],
  why: "Without the key the kubelet asks the registry as a stranger. On nodes that still have the image nobody notices; the first new node, or the first restart after the old images were cleaned away, cannot start the pod. That happens when many pods move at once, which is the worst moment.",
  seeByHand:
    "kubectl get events -A --field-selector reason=FailedToRetrieveImagePullSecret; kubectl get secrets -A --field-selector type=kubernetes.io/dockerconfigjson",
  fix: "Create the Secret in the pod's namespace (kubectl create secret docker-registry, better from your secret store), or correct the name. A Secret of another namespace does not count. Where all pods pull from the same registry, name it once on the service account, or let the nodes sign in by the cloud's identity and drop pull secrets altogether.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  imagePullSecrets: [{ name: registry }]
  containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }]
---
apiVersion: v1
kind: Secret
metadata: { name: registry, namespace: shop }
type: Opaque
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  imagePullSecrets: [{ name: registry }]
  containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }]
---
apiVersion: v1
kind: Secret
metadata: { name: registry, namespace: shop }
type: kubernetes.io/dockerconfigjson
`,
  of: "workload",
  look: (workload, index) => {
    const wanted = wantedBy(workload, index);
    if (wanted.length === 0) return NOT_APPLICABLE;
    const namespace = namespaceOf(workload);
    const sights = wanted.map((one) => sightOf(one, namespace, index));
    const faults = sights.filter((sight) => typeof sight === "object");
    const unseen = wanted.find((_, at) => sights[at] === "unseen");
    if (faults.length > 0 || unseen === undefined) return faults.length > 0 ? faults : PASS;
    return notAssessable(
      index.live
        ? "the snapshot of the running cluster holds no Secrets: they were not collected"
        : `the Secret "${unseen.name}" is not among these manifests: it may be in the cluster`,
    );
  },
});

/** What the service account names is given to pods that name nothing themselves. */
function wantedBy(workload: Workload, index: ClusterIndex): Wanted[] {
  const { pod, podField } = workload;
  const own = named(pod.imagePullSecrets).map(({ name, at }) => ({
    name,
    field: `${podField}.imagePullSecrets[${at}].name`,
    by: "the pod",
  }));
  if (own.length > 0) return own;
  const { namespace, name } = accountOf(workload);
  const account = objectNamed(index, "ServiceAccount", namespace, name)?.object;
  const by = `the pod's service account "${name}"`;
  return named(account?.imagePullSecrets).map((secret) => ({
    name: secret.name,
    field: `${podField}.imagePullSecrets`,
    by,
  }));
}

function named(list: unknown): { name: string; at: number }[] {
  return recordsOf(list).flatMap(({ entry: { name }, at }) =>
    typeof name === "string" && name !== "" ? [{ name, at }] : [],
  );
}

function sightOf({ name, field, by }: Wanted, namespace: string, index: ClusterIndex): Fault | "there" | "unseen" {
  const secret = objectNamed(index, "Secret", namespace, name)?.object;
  if (secret) {
    const type = secret.type ?? "Opaque";
    if (REGISTRY_TYPES.has(type)) return "there";
    return {
      field,
      message: `${by} wants the pull secret "${name}", which is no key of a registry but of type ${String(type)}`,
    };
  }
  if (isMadeByController(index, namespace, name)) return "there";
  if (!index.live || index.ofKind("Secret").length === 0) return "unseen";
  return { field, message: `${by} wants the pull secret "${name}", which is not in namespace ${namespace}` };
}
