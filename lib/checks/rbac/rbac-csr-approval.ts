import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { check } from "../check.ts";
import { judgeRole, type Power } from "../reading/judge-role.ts";
import { resourcesGranted, rulesOf, verbsGranted } from "../reading/role-rules.ts";

const GROUP = "certificates.k8s.io";
const APPROVAL: Power = {
  group: GROUP,
  resources: ["certificatesigningrequests/approval"],
  verbs: ["update", "patch"],
  isClusterWide: true,
};
/** Certificates of these signers let nobody in: they show who a kubelet is. */
const HARMLESS_SIGNERS: ReadonlySet<string> = new Set(["kubernetes.io/kubelet-serving"]);

/**
 * Restricted: rules of ClusterRoles that update certificatesigningrequests/approval. Allowed: where the same role may
 * approve for kubelets' serving certificates alone. Roles cannot grant this, and Kubernetes' own roles are not applicable.
 */
export const rbacCsrApproval = check({
  id: "rbac-csr-approval",
  title: "Role can approve certificates for anyone",
  severity: "high",
  layer: "cluster",
  dimension: "security",
  concern: "rbac-authorization",
  references: ["CIS 5.1.11"],
  why: "A certificate that the cluster signs is an identity: whoever may ask for one and approve it becomes any user or node that the subject names. It is valid for months, is in no list of accounts, and Kubernetes cannot take it back.",
  seeByHand:
    "kubectl auth can-i update certificatesigningrequests.certificates.k8s.io/approval --as system:serviceaccount:NAMESPACE:NAME",
  fix: "Let the controller manager approve kubelets, as it does by itself, and limit an approver of serving certificates to the signer kubernetes.io/kubelet-serving by resourceNames. People sign in by OpenID Connect instead of client certificates; then nobody needs this right, and approvals become an alarm.",
  before: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: approver }
rules:
  - apiGroups: [certificates.k8s.io]
    resources: [certificatesigningrequests/approval]
    verbs: [update]
  - apiGroups: [certificates.k8s.io]
    resources: [signers]
    verbs: [approve]
`,
  after: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: approver }
rules:
  - apiGroups: [certificates.k8s.io]
    resources: [certificatesigningrequests/approval]
    verbs: [update]
  - apiGroups: [certificates.k8s.io]
    resources: [signers]
    resourceNames: [kubernetes.io/kubelet-serving]
    verbs: [approve]
`,
  of: "object",
  kinds: ["ClusterRole"],
  look: (role, index) => judgeRole(role, index, [APPROVAL], () => approvesOnlyHarmless(role.object)),
});

/** The signers stand in a rule of their own. A role that names none may have them from another one: that is no limit. */
function approvesOnlyHarmless(role: KubernetesObject): boolean {
  const signers = rulesOf(role).filter(
    (rule) => resourcesGranted(rule, GROUP, ["signers"]).length > 0 && verbsGranted(rule, ["approve"]).length > 0,
  );
  return (
    signers.length > 0 &&
    signers.every(
      ({ resourceNames }) => resourceNames.length > 0 && resourceNames.every((name) => HARMLESS_SIGNERS.has(name)),
    )
  );
}
