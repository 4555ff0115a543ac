import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { check, type Fault } from "../check.ts";
import {
  isAboutKubernetes,
  isCalledFor,
  selectsNamespace,
  WEBHOOK_KINDS,
  type Webhook,
  webhooksOf,
} from "../reading/admission-webhooks.ts";
import { nameInWords } from "../reading/name-in-words.ts";

const SYSTEM_NAMESPACE = "kube-system";
/** Names by which webhooks say that they guard: policy engines, scanners and verifiers of images. */
const GUARD =
  /kyverno|gatekeeper|\bopa\b|kubewarden|polic(y|ies)|jspolicy|polaris|connaisseur|cosign|sigstore|portieris|ratify|trivy|kubescape|security|image-?(scan|bouncer|guard|verif)|neuvector|\baqua|sysdig|twistlock|stackrox|k-rail|magtape|datree|kube-?armor|validation-?guard/i;
/** What the cluster itself has to make again after a failure. */
const VITAL: readonly (readonly [group: string, resource: string])[] = [
  ["", "pods"],
  ["apps", "deployments"],
  ["apps", "daemonsets"],
  ["apps", "replicasets"],
  ["coordination.k8s.io", "leases"],
];

/**
 * Restricted field: failurePolicy (Fail where unset; Ignore in v1beta1). Allowed: Fail for webhooks that guard Kubernetes'
 * own kinds, told by their names; anything for other webhooks, as long as one that fails closed leaves kube-system's pods
 * and their makers alone (namespaceSelector, objectSelector or matchConditions).
 */
export const webhookFailurePolicyIgnore = check({
  id: "webhook-failure-policy-ignore",
  title: "Admission webhook fails the wrong way",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: "pod-security-standards",
  references: ["k8s checklist", "O25:K04"],
  why: "A guard that fails open lets everything through while it is down, and an intruder only has to overload it first. One that fails closed and also rules kube-system can lock the cluster: network, DNS and the guard's own pods are not started again, because the guard that is down is asked first.",
  seeByHand: `kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations -o json | jq -r '.items[] | .metadata.name as $name | .webhooks[]? | $name + " " + .name + " " + (.failurePolicy // "Fail") + " " + (.namespaceSelector | tostring)'`,
  fix: "Let guards fail closed, with several replicas, a disruption budget and a short timeout, and leave kube-system and the guard's own namespace out by a namespaceSelector on kubernetes.io/metadata.name. Protect those two namespaces by few rights instead. Try it: scale the guard to zero in a test cluster, restart a node, and see what comes back.",
  before: `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: policy-guard }
webhooks:
  - name: pods.policy.example
    failurePolicy: Ignore
    rules: [{ apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods] }]
    clientConfig: { service: { namespace: policy, name: guard } }
    admissionReviewVersions: [v1]
    sideEffects: None
`,
  after: `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: policy-guard }
webhooks:
  - name: pods.policy.example
    failurePolicy: Fail
    timeoutSeconds: 5
    namespaceSelector:
      matchExpressions: [{ key: kubernetes.io/metadata.name, operator: NotIn, values: [kube-system, policy] }]
    rules: [{ apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods] }]
    clientConfig: { service: { namespace: policy, name: guard } }
    admissionReviewVersions: [v1]
    sideEffects: None
`,
  of: "object",
  kinds: WEBHOOK_KINDS,
  look: ({ object }, index) =>
    webhooksOf(object).flatMap((hook): Fault[] => {
      const field = `${hook.field}.failurePolicy`;
      const name = nameInWords("webhook", hook.name);
      if (hook.failurePolicy === "Ignore") {
        const isGuard = GUARD.test(`${object.metadata.name} ${hook.name} ${hook.target}`);
        if (!isGuard || !hook.rules.some(isAboutKubernetes)) return [];
        return [{ field, message: `${name} guards the cluster and is passed over when it does not answer` }];
      }
      const vital = vitalOf(hook, index);
      if (vital.length === 0) return [];
      const message = `while ${name} does not answer, ${vital.join(", ")} of ${SYSTEM_NAMESPACE} cannot be created or changed`;
      return [{ field, message }];
    }),
});

/** The vital kinds of kube-system for which the webhook is asked. Where labels decide that are not seen: none. */
function vitalOf(hook: Webhook, index: ClusterIndex): string[] {
  if (Object.keys(hook.objectSelector).length > 0 || hook.hasConditions) return [];
  if (selectsNamespace(hook.namespaceSelector, SYSTEM_NAMESPACE, index) !== true) return [];
  return VITAL.filter(([group, resource]) =>
    hook.rules.some((rule) => rule.scope !== "Cluster" && isCalledFor(rule, group, resource)),
  ).map(([, resource]) => resource);
}
