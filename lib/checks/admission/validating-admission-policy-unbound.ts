import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { check, notAssessable, PASS } from "../check.ts";
import { recordOf, stringsOf } from "../reading/entries.ts";
import { oncePerIndex } from "../reading/once-per-index.ts";

const BINDING = "ValidatingAdmissionPolicyBinding";

/**
 * Looks for the bindings of a ValidatingAdmissionPolicy. Allowed: at least one whose validationActions hold Deny. A policy
 * without a binding among manifests that hold no binding at all cannot be judged.
 */
export const validatingAdmissionPolicyUnbound = check({
  id: "validating-admission-policy-unbound",
  title: "Admission policy denies nothing",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: "pod-security-standards",
  references: ["O25:K04"],
  why: "A policy alone does nothing: a binding puts it to work, and says whether it denies, warns or only notes. One that was left in audit after the trial, or never bound, appears in every list of policies, and people rely on it while it lets everything through.",
  seeByHand: `kubectl get validatingadmissionpolicybindings -o json | jq -r '.items[] | .spec.policyName + " " + (.spec.validationActions | join(","))'`,
  fix: "Bind the policy, first with Audit and Warn, and read what it would have refused (the audit log's annotation validation.policy.admission.k8s.io, and the warnings in pipelines). Fix or except those objects by the binding's matchResources, then set Deny. Objects that are stored already stay; the next change of one is judged.",
  before: `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: { name: registries }
spec:
  matchConstraints:
    resourceRules: [{ apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods] }]
  validations: [{ expression: 'object.spec.containers.all(c, c.image.startsWith("registry.example/"))' }]
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: { name: registries }
spec: { policyName: registries, validationActions: [Audit] }
`,
  after: `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: { name: registries }
spec:
  matchConstraints:
    resourceRules: [{ apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods] }]
  validations: [{ expression: 'object.spec.containers.all(c, c.image.startsWith("registry.example/"))' }]
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: { name: registries }
spec: { policyName: registries, validationActions: [Deny] }
`,
  of: "object",
  kinds: ["ValidatingAdmissionPolicy"],
  look: ({ object }, index) => {
    const { name } = object.metadata;
    const bindings = bindingsByPolicy(index, BINDING).get(name) ?? [];
    const actions = [...new Set(bindings.flatMap((binding) => stringsOf(recordOf(binding.spec).validationActions)))];
    if (actions.includes("Deny")) return PASS;
    if (bindings.length > 0) {
      const does = actions.length > 0 ? `only with ${actions.join(" and ")}` : "without any action";
      return [{ field: "metadata.name", message: `the policy "${name}" is bound ${does}: it denies nothing` }];
    }
    if (!index.live && index.ofKind(BINDING).length === 0)
      return notAssessable(`no binding is among these manifests: the policy "${name}" may be bound elsewhere`);
    return [{ field: "metadata.name", message: `the policy "${name}" is bound nowhere: it denies nothing` }];
  },
});

const bindingsByPolicy = oncePerIndex(
  (index: ClusterIndex, kind: string): ReadonlyMap<unknown, readonly KubernetesObject[]> =>
    Map.groupBy(
      index.ofKind(kind).map(({ object }) => object),
      ({ spec }) => recordOf(spec).policyName,
    ),
);
