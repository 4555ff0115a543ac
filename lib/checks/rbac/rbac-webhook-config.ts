import { check } from "../check.ts";
import { judgeRole, type Power, WRITE_VERBS } from "../reading/judge-role.ts";

const POWERS: readonly Power[] = [
  {
    group: "admissionregistration.k8s.io",
    resources: ["validatingwebhookconfigurations", "mutatingwebhookconfigurations"],
    verbs: WRITE_VERBS,
    isClusterWide: true,
  },
];

/**
 * Restricted: rules of ClusterRoles that create, change or delete webhook configurations. Allowed: rules that name the
 * very configurations. Roles cannot grant this, and Kubernetes' own roles are not applicable.
 */
export const rbacWebhookConfig = check({
  id: "rbac-webhook-config",
  title: "Role can change admission webhooks",
  severity: "high",
  layer: "cluster",
  dimension: "security",
  concern: "rbac-authorization",
  references: ["CIS 5.1.12"],
  why: "An admission webhook sees each object before it is stored, Secrets included, and may rewrite it: a mutating one puts a container into every new pod of the cluster. And the policies that you rely on are webhooks themselves, which the same right switches off with one deletion.",
  seeByHand:
    "kubectl auth can-i update mutatingwebhookconfigurations.admissionregistration.k8s.io --as system:serviceaccount:NAMESPACE:NAME",
  fix: "Install webhooks from Git and give their software update and patch on its own configuration alone, by resourceNames: it only has to renew the certificate there. Products that register their webhooks themselves often take a value to switch that off. Alarm on every change to these two kinds in the audit log.",
  before: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: injector }
rules:
  - apiGroups: [admissionregistration.k8s.io]
    resources: [mutatingwebhookconfigurations]
    verbs: [get, create, patch]
`,
  after: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: injector }
rules:
  - apiGroups: [admissionregistration.k8s.io]
    resources: [mutatingwebhookconfigurations]
    resourceNames: [injector]
    verbs: [get, patch]
`,
  of: "object",
  kinds: ["ClusterRole"],
  look: (role, index) => judgeRole(role, index, POWERS),
});
