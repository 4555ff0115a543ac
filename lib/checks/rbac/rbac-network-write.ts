import { check } from "../check.ts";
import { judgeRole, type Power, WRITE_VERBS } from "../reading/judge-role.ts";

const CHANGE = ["update", "patch"] as const;
const POWERS: readonly Power[] = [
  { group: "", resources: ["services", "endpoints"], verbs: WRITE_VERBS },
  { group: "", resources: ["services/status"], verbs: CHANGE },
  { group: "discovery.k8s.io", resources: ["endpointslices"], verbs: WRITE_VERBS },
  { group: "networking.k8s.io", resources: ["ingresses", "networkpolicies"], verbs: WRITE_VERBS },
  { group: "extensions", resources: ["ingresses", "networkpolicies"], verbs: WRITE_VERBS },
];

/**
 * Restricted: rules that write Services, their status or endpoints, Ingresses or NetworkPolicies. Allowed: rules that name
 * the very objects; the status of Ingresses, which controllers keep. Kubernetes' own roles are not applicable.
 */
export const rbacNetworkWrite = check({
  id: "rbac-network-write",
  title: "Role can lead traffic elsewhere",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: "rbac-authorization",
  references: ["O22:K03"],
  why: "Who writes endpoints leads the traffic of a Service to pods of their own and reads it; who writes a Service's status takes over an address of the cluster; who writes an Ingress claims your host name; who deletes a NetworkPolicy opens the doors between tenants. None of it leaves a trace in the pods.",
  seeByHand: "kubectl auth can-i update endpoints --all-namespaces --as system:serviceaccount:NAMESPACE:NAME",
  fix: "Services and Ingresses come from Git with the workload, by the pipeline's Role in its namespace; NetworkPolicies belong to those who answer for isolation and not to the tenant. Endpoints and the status of Services are for controllers alone. Operators that expose what they run keep services in their namespace, without endpoints and policies.",
  before: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: developer }
rules:
  - apiGroups: [networking.k8s.io]
    resources: [ingresses, networkpolicies]
    verbs: [get, list, create, delete]
`,
  after: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: developer }
rules:
  - apiGroups: [networking.k8s.io]
    resources: [ingresses, networkpolicies]
    verbs: [get, list]
`,
  of: "object",
  kinds: ["ClusterRole", "Role"],
  look: (role, index) => judgeRole(role, index, POWERS),
});
