import { check } from "../check.ts";
import { judgeRole, type Power } from "../reading/judge-role.ts";

const POWERS: readonly Power[] = [
  {
    group: "",
    resources: ["nodes/proxy"],
    verbs: ["get", "create", "update", "patch", "delete"],
    isClusterWide: true,
  },
];

/**
 * Restricted: rules of ClusterRoles with any verb on nodes/proxy, also when they name the nodes. Allowed: nodes/metrics,
 * nodes/stats, nodes/log and the like. Roles cannot grant this, and Kubernetes' own roles are not applicable.
 */
export const rbacNodesProxy = check({
  id: "rbac-nodes-proxy",
  title: "Role reaches the kubelet's API",
  severity: "high",
  layer: "cluster",
  dimension: "security",
  concern: "rbac-authorization",
  references: ["CIS 5.1.10"],
  why: "Through nodes/proxy a caller speaks to the kubelet itself, which runs commands in every container of its node. That goes past admission and past the audit log, where only a proxied request is noted. A role that was meant to read metrics is thereby root in each pod, and get is enough for it.",
  seeByHand: "kubectl auth can-i get nodes/proxy --as system:serviceaccount:NAMESPACE:NAME",
  fix: "Name what is needed instead: nodes/metrics and nodes/stats for monitoring, nodes/log for logs, nodes/configz and nodes/healthz from Kubernetes 1.33 on. Monitoring charts often still list nodes/proxy out of habit; remove it and look whether a target goes down. Older agents that read /pods or /configz stop doing so until they are updated.",
  before: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: monitoring }
rules:
  - apiGroups: [""]
    resources: [nodes, nodes/proxy]
    verbs: [get, list]
`,
  after: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: monitoring }
rules:
  - apiGroups: [""]
    resources: [nodes, nodes/metrics]
    verbs: [get, list]
`,
  of: "object",
  kinds: ["ClusterRole"],
  look: (role, index) => judgeRole(role, index, POWERS, () => false),
});
