import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { check, type Fault, NOT_APPLICABLE, type Verdict } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { namespaceOf, objectsIn } from "../reading/namespaced.ts";

/** States of an endpoint on its way to ready, which take seconds. */
const PASSING_STATES: ReadonlySet<string> = new Set([
  "ready",
  "creating",
  "waiting-for-identity",
  "waiting-to-regenerate",
  "regenerating",
  "restoring",
]);
const NAMESPACE_LABEL = "k8s:io.kubernetes.pod.namespace";

/**
 * Judges what Cilium keeps of a running cluster against the cluster: a CiliumEndpoint has its Pod and its CiliumIdentity
 * and is ready, a CiliumIdentity is of a namespace that there is. Kinds that were not collected are not missed.
 */
export const ciliumEndpointInconsistent = check({
  id: "cilium-endpoint-inconsistent",
  title: "Cilium's endpoint or identity no longer fits the cluster",
  severity: "medium",
  layer: "cluster",
  dimension: "applications",
  concern: null,
  references: [],
  why: "Cilium decides by these records which pod may speak to which. A record without its pod can give a new pod the rights of one that is gone, when it gets the same address; one without its identity gives a pod no rights, and its traffic is dropped while every policy looks right.",
  seeByHand: "kubectl get ciliumendpoints -A; kubectl -n kube-system exec ds/cilium -- cilium status --brief",
  fix: "See whether the Cilium operator runs: it collects stale records every few minutes, and many of them mean that it does not. Delete a single stale endpoint by hand, its agent makes it anew. For an endpoint that does not become ready, read the agent's log on that node and restart the agent; running connections survive that.",
  before: `apiVersion: cilium.io/v2
kind: CiliumEndpoint
metadata: { name: web-7d4f, namespace: shop }
status: { state: not-ready, identity: { id: 4711 } }
---
apiVersion: v1
kind: Pod
metadata: { name: web-7d4f, namespace: shop, uid: 2f1c }
spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }] }
`,
  after: `apiVersion: cilium.io/v2
kind: CiliumEndpoint
metadata: { name: web-7d4f, namespace: shop }
status: { state: ready, identity: { id: 4711 } }
---
apiVersion: v1
kind: Pod
metadata: { name: web-7d4f, namespace: shop, uid: 2f1c }
spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }] }
`,
  of: "object",
  kinds: ["CiliumEndpoint", "CiliumIdentity"],
  look: ({ object }, index) => {
    if (!index.live) return NOT_APPLICABLE;
    return object.kind === "CiliumEndpoint" ? ofEndpoint(object, index) : ofIdentity(object, index);
  },
});

function ofEndpoint(endpoint: KubernetesObject, index: ClusterIndex): Verdict {
  const { state, identity } = recordOf(endpoint.status);
  const faults: Fault[] = [];
  const namespace = namespaceOf(endpoint);
  const { name } = endpoint.metadata;
  if (objectsIn(index, "Pod", namespace).length > 0 && !index.find("Pod", namespace, name))
    faults.push({ field: "metadata.name", message: `there is no Pod "${name}" for this endpoint` });
  if (typeof state === "string" && state !== "" && !PASSING_STATES.has(state))
    faults.push({ field: "status.state", message: `the endpoint is ${state.slice(0, 60)}` });
  const { id } = recordOf(identity);
  // Identities below 256 are Cilium's own and have no object.
  if (typeof id !== "number" || id < 256 || index.ofKind("CiliumIdentity").length === 0) return faults;
  if (!index.find("CiliumIdentity", "", String(id)))
    faults.push({ field: "status.identity.id", message: `there is no CiliumIdentity ${id} for this endpoint` });
  return faults;
}

function ofIdentity(identity: KubernetesObject, index: ClusterIndex): Verdict {
  const namespace = recordOf(identity["security-labels"])[NAMESPACE_LABEL];
  if (typeof namespace !== "string" || index.ofKind("Namespace").length === 0) return NOT_APPLICABLE;
  if (index.find("Namespace", "", namespace)) return [];
  return [{ field: "security-labels", message: `the identity is of namespace "${namespace}", which there is not` }];
}
