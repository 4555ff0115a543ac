import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { check, notAssessable, PASS } from "../check.ts";
import { recordOf, recordsOf, stringsOf } from "../reading/entries.ts";
import { isSystemNamespace } from "../reading/namespaced.ts";
import { absenceOf, isWholeCluster } from "../reading/presence.ts";
import { type Program, workloadsRunning } from "../reading/running-program.ts";

const ENGINES: readonly Program[] = [
  { name: "Kyverno", image: /(^|\/)kyverno$/ },
  { name: "Gatekeeper", image: /(^|\/)gatekeeper$/ },
  { name: "Kubewarden", image: /(^|\/)(policy-server|kubewarden-controller)$/ },
  { name: "jsPolicy", image: /(^|\/)jspolicy$/ },
];

const POLICY_KINDS = ["ClusterPolicy", "Policy", "ValidatingPolicy", "ClusterAdmissionPolicy", "AdmissionPolicy"];

/**
 * Passes when something refuses bad pods somewhere: a Pod Security label at baseline or restricted, a policy of Kyverno,
 * Gatekeeper or Kubewarden that denies, or a ValidatingAdmissionPolicy bound with Deny. Audit and warn refuse nothing.
 */
export const policyEngineMissing = check({
  id: "policy-engine-missing",
  title: "No admission policy is in force",
  severity: "high",
  layer: "cluster",
  dimension: "security",
  concern: "pod-security-standards",
  references: ["CIS 5.2.1", "NSA pod", "O22:K04", "O25:K04"],
  why: "Every rule that lives on a wiki page is broken by the first hurried deployment. When nothing at admission refuses a privileged pod, an image from anywhere or a root user, the cluster is as safe as its least careful manifest, and nobody is told.",
  seeByHand:
    "kubectl get namespaces -L pod-security.kubernetes.io/enforce; kubectl get clusterpolicies,constraints,validatingadmissionpolicybindings",
  fix: "Begin with what is built in: Pod Security labels on every namespace, and ValidatingAdmissionPolicy for your own rules. Take Kyverno or Gatekeeper when you need mutation, image signatures or reports. Start in audit, fix what it lists, then deny. An engine that fails closed must run with several replicas, for nothing is deployed while it is down.",
  before: `apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata: { name: disallow-privileged }
spec:
  validationFailureAction: Audit
  rules: []
`,
  after: `apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata: { name: disallow-privileged }
spec:
  validationFailureAction: Enforce
  rules:
    - name: no-privileged-containers
      match: { any: [{ resources: { kinds: [Pod] } }] }
      validate:
        message: Privileged containers are not allowed.
        pattern: { spec: { containers: [{ =(securityContext): { =(privileged): "false" } }] } }
`,
  of: "cluster",
  look: (index) => {
    if (enforcesPodSecurity(index) || enforcesPolicy(index) || hasDenyingConstraint(index) || hasBoundPolicy(index))
      return PASS;
    const engines = [...new Set(workloadsRunning(index, ENGINES).map(({ program }) => program))];
    const policies = POLICY_KINDS.reduce((sum, kind) => sum + index.ofKind(kind).length, 0);
    if (engines.length > 0 && policies === 0)
      return notAssessable(`${engines.join(" and ")} runs, but its policies were not collected`);
    if (isWholeCluster(index) && policies > 0) {
      const message = `none of the ${policies} admission policies denies anything, and no namespace enforces a Pod Security level`;
      return [{ field: "", message }];
    }
    const missing = "no namespace enforces a Pod Security level, and no admission policy is in force";
    return absenceOf(index, "admission policies in force", missing);
  },
});

function enforcesPodSecurity(index: ClusterIndex): boolean {
  return index.ofKind("Namespace").some(({ object }) => {
    const level = object.metadata.labels?.["pod-security.kubernetes.io/enforce"];
    return !isSystemNamespace(object.metadata.name) && (level === "baseline" || level === "restricted");
  });
}

/** Kyverno says it for the policy or for each rule, in two spellings; Kubewarden calls it mode. */
function enforcesPolicy(index: ClusterIndex): boolean {
  return POLICY_KINDS.flatMap((kind) => index.ofKind(kind)).some(({ object }) => {
    const spec = recordOf(object.spec);
    if (String(object.apiVersion).startsWith("policies.kubewarden.io")) return spec.mode !== "monitor";
    const actions = [spec.validationFailureAction, ...stringsOf(spec.validationActions)].concat(
      recordsOf(spec.rules).map(({ entry }) => recordOf(entry.validate).failureAction),
    );
    return actions.some((action) => /^(enforce|deny)$/i.test(String(action)));
  });
}

/** Gatekeeper makes a kind of its own for each template; a constraint denies unless it says otherwise. */
function hasDenyingConstraint(index: ClusterIndex): boolean {
  return Object.keys(index.counts)
    .flatMap((kind) => index.ofKind(kind))
    .some(({ object }) => {
      if (!String(object.apiVersion).startsWith("constraints.gatekeeper.sh/")) return false;
      return (recordOf(object.spec).enforcementAction ?? "deny") === "deny";
    });
}

function hasBoundPolicy(index: ClusterIndex): boolean {
  return index
    .ofKind("ValidatingAdmissionPolicyBinding")
    .some(({ object }) => stringsOf(recordOf(object.spec).validationActions).includes("Deny"));
}
