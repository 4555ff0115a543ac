import type { LocatedObject } from "#lib/kubernetes/object.ts";
import { check } from "../check.ts";
import { judgeRole, type Power } from "../reading/judge-role.ts";
import type { RoleRule } from "../reading/role-rules.ts";

const SYSTEM_NAMESPACE = "kube-system";
/** ConfigMaps of kube-system by which the cluster, its names and its entrance are ruled. */
const RULING: ReadonlySet<string> = new Set([
  "aws-auth",
  "cilium-config",
  "coredns",
  "coredns-custom",
  "extension-apiserver-authentication",
  "kube-proxy",
  "kubeadm-config",
  "kubelet-config",
  "node-local-dns",
]);
/** What is new changes nothing that is there, but aws-auth may be absent yet. */
const POWERS: readonly Power[] = [{ group: "", resources: ["configmaps"], verbs: ["create", "update", "patch"] }];

/**
 * Restricted: rules that write configmaps where those of kube-system are in reach: in ClusterRoles, and in Roles of that
 * namespace. Allowed: names other than the ruling ones; Roles elsewhere, for software keeps its state and its elections in
 * ConfigMaps of its own namespace. Kubernetes' own roles are not applicable.
 */
export const rbacConfigmapWrite = check({
  id: "rbac-configmap-write",
  title: "Role can change the cluster's own ConfigMaps",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: "rbac-authorization",
  references: ["O22:K03", "O25:K08"],
  why: "Some ConfigMaps rule the cluster. In CoreDNS's one a line sends the database's name to somebody else's address; in aws-auth a line makes a foreign cloud role an administrator. Who may write ConfigMaps everywhere may write these, and the change looks like configuration.",
  seeByHand: "kubectl auth can-i update configmaps --namespace kube-system --as system:serviceaccount:NAMESPACE:NAME",
  fix: "Replace the rule in the ClusterRole by a Role in the namespaces where the software works; for leader election use Leases. What really serves kube-system names its ConfigMaps by resourceNames. On EKS move from aws-auth to access entries. Controllers that copy ConfigMaps into all namespaces need an admission policy that keeps them out of kube-system.",
  before: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: settings }
rules:
  - apiGroups: [""]
    resources: [configmaps]
    verbs: [get, list, update, patch]
`,
  after: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: settings, namespace: shop }
rules:
  - apiGroups: [""]
    resources: [configmaps]
    verbs: [get, list, update, patch]
`,
  of: "object",
  kinds: ["ClusterRole", "Role"],
  look: (role, index) => judgeRole(role, index, POWERS, (rule) => isOutOfReach(role, rule)),
});

function isOutOfReach({ object }: LocatedObject, { resourceNames }: RoleRule): boolean {
  if (object.kind === "Role" && object.metadata.namespace !== SYSTEM_NAMESPACE) return true;
  return resourceNames.length > 0 && !resourceNames.some((name) => RULING.has(name));
}
