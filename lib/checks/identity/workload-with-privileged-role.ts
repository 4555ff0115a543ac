import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { check, type Fault, NOT_APPLICABLE, notAssessable, PASS } from "../check.ts";
import { objectNamed } from "../reading/namespaced.ts";
import { isProvidersAgent } from "../reading/provider-agents.ts";
import { type Grant, grantInWords, grantsOfAccount, keyOfAccount } from "../reading/rbac-graph.ts";
import { powersInWords } from "../reading/rbac-powers.ts";
import { pathInWords, pathToAdmin } from "../reading/rbac-takeover.ts";
import { sayOnceOfWorkload } from "../reading/say-once.ts";
import { type Account, accountField, accountOf, mountsToken } from "../reading/service-account.ts";

const SYSTEM_NAMESPACE = "kube-system";
/** One is enough to act upon; more are named as far as somebody reads. */
const MOST_GRANTS = 5;
const ADMINISTRATIVE: ReadonlySet<string> = new Set(["everything", "escalate", "bind"]);

/**
 * Looks at the token that the pods mount, and at what its service account may do, by its name and by the groups of every
 * service account. Restricted: in the whole cluster or in kube-system reading Secrets, starting or entering pods, making
 * tokens, acting as others, binding, escalating, nodes/proxy; everything in a namespace; and lesser rights that lead to
 * the whole cluster by way of another account. Allowed: pods without a token. Agents of a managed cluster's provider are
 * not applicable.
 */
export const workloadWithPrivilegedRole = check({
  id: "workload-with-privileged-role",
  title: "Pod holds a key to the whole cluster",
  severity: "high",
  layer: "cluster",
  dimension: "security",
  concern: "rbac-authorization",
  references: ["CIS 5.1.1", "O22:K03", "O25:K02"],
  why: "The token of this account lies as a file in the pod. Whoever breaks into the software, by a flaw in it or in one of its libraries, reads the file and owns what the account may do: here that ends with the cluster. The more the pod talks to the outside, the shorter the way.",
  seeByHand: "kubectl auth can-i --list --as system:serviceaccount:NAMESPACE:NAME",
  fix: "Does the software call the Kubernetes API at all? If not, switch the mount of its token off. If so, bind a role with the few verbs that it uses, in the namespaces that it serves. What must stay powerful (operators, GitOps controllers) gets a namespace and nodes of its own, no way in from the internet, and an account that nothing else runs as.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: ci, namespace: ci }
spec:
  serviceAccountName: ci
  containers: [{ name: ci, image: "registry.example/ci/runner:2.3.0" }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: ci }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }
subjects: [{ kind: ServiceAccount, name: ci, namespace: ci }]
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: ci, namespace: ci }
spec:
  serviceAccountName: ci
  containers: [{ name: ci, image: "registry.example/ci/runner:2.3.0" }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: ci, namespace: previews }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }
subjects: [{ kind: ServiceAccount, name: ci, namespace: ci }]
`,
  of: "workload",
  look: (workload, index) => {
    if (isProvidersAgent(workload, index)) return NOT_APPLICABLE;
    if (!mountsToken(workload, index)) return PASS;
    const account = accountOf(workload);
    const grants = grantsOfAccount(index, account);
    const field = accountField(workload);
    const takeovers = grants.filter(isTakeover);
    const faults = takeovers.slice(0, MOST_GRANTS).map((grant) => ({ field, message: grantSentence(account, grant) }));
    const isAdmin = takeovers.some(({ namespace }) => namespace === null);
    const detour = isAdmin ? [] : detourOf(account, field, index);
    if (faults.length > 0 || detour.length > 0) return [...faults, ...detour];
    const unseen = whatIsUnseen(account, grants, index);
    if (unseen === null) return PASS;
    const holdsForAll = bindingsIn(index) === 0;
    return holdsForAll ? sayOnceOfWorkload(workload, index, unseen) : notAssessable(unseen);
  },
});

function isTakeover({ namespace, powers }: Grant): boolean {
  if (namespace === null || namespace === SYSTEM_NAMESPACE) return powers.length > 0;
  return powers.some((power) => ADMINISTRATIVE.has(power));
}

function grantSentence(account: Account, grant: Grant): string {
  const where = grant.namespace === null ? "in the whole cluster" : `in namespace ${grant.namespace}`;
  return `${nameOf(account)} may ${powersInWords(grant.powers)} ${where}, ${grantInWords(grant)}`;
}

function detourOf(account: Account, field: string, index: ClusterIndex): Fault[] {
  const path = pathToAdmin(index, keyOfAccount(account));
  if (path === null || path.length < 2) return [];
  return [{ field, message: `${nameOf(account)} reaches the whole cluster: it ${pathInWords(path)}` }];
}

function nameOf({ namespace, name }: Account): string {
  return `service account "${namespace}/${name}"`;
}

/** Why silence about an account is no proof; null when it is. */
function whatIsUnseen(account: Account, grants: readonly Grant[], index: ClusterIndex): string | null {
  if (bindingsIn(index) === 0)
    return index.live
      ? "the snapshot holds no role bindings: they were not collected"
      : "no role bindings are among these manifests: what the service accounts may do cannot be told";
  if (index.live) return null;
  const unknown = grants.find(({ role }) => role.rules === null && !role.name.startsWith("system:"));
  if (unknown)
    return `${unknown.role.kind} "${unknown.role.name}", which ${nameOf(account)} is bound to, is not among these manifests`;
  const isDescribed = grants.length > 0 || objectNamed(index, "ServiceAccount", account.namespace, account.name);
  return isDescribed ? null : `nothing about ${nameOf(account)} is among these manifests`;
}

function bindingsIn(index: ClusterIndex): number {
  return index.ofKind("ClusterRoleBinding").length + index.ofKind("RoleBinding").length;
}
