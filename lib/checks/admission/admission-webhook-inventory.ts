import { check, type Fault } from "../check.ts";
import { isAboutKubernetes, WEBHOOK_KINDS, type Webhook, webhooksOf } from "../reading/admission-webhooks.ts";
import { nameInWords } from "../reading/name-in-words.ts";

/** More names would bury the others. */
const MOST_NAMES = 4;

/**
 * Lists the webhooks that see objects of Kubernetes' own kinds, with their scope and what happens when they do not answer.
 * Allowed: webhooks that look at the kinds alone that a product has added.
 */
export const admissionWebhookInventory = check({
  id: "admission-webhook-inventory",
  title: "Admission webhook to review",
  severity: "low",
  layer: "cluster",
  dimension: "security",
  concern: "pod-security-standards",
  references: ["k8s checklist", "O25:K04"],
  why: "A webhook reads whatever is stored in its scope, may refuse it and, when it mutates, rewrites it. It is a part of your control plane that somebody else wrote and that seldom appears on a diagram. Ones that were left behind by a trial still see every Secret or slow down every deployment.",
  seeByHand:
    "kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations -o yaml | grep -E '^    name:|failurePolicy|namespaceSelector|resources:'",
  fix: "Note for each webhook who owns it, which kinds it needs and what its failure means. Delete what nobody claims, after a look at whether its Service still answers. Narrow the rest by rules and namespaceSelector, and move plain checks to a ValidatingAdmissionPolicy, which runs inside the API server and cannot be down. Then accept the entry with its owner as the reason.",
  before: `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: image-guard }
webhooks:
  - name: images.guard.example
    rules: [{ apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods] }]
    clientConfig: { service: { namespace: guard, name: guard } }
    admissionReviewVersions: [v1]
    sideEffects: None
`,
  after: `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: { name: image-guard }
spec:
  matchConstraints:
    resourceRules: [{ apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods] }]
  validations:
    - expression: object.spec.containers.all(c, c.image.startsWith("registry.example/"))
`,
  of: "object",
  kinds: WEBHOOK_KINDS,
  look: ({ object }) => {
    const does = object.kind.startsWith("Mutating") ? "may rewrite" : "may refuse";
    return webhooksOf(object)
      .filter(({ rules }) => rules.some(isAboutKubernetes))
      .map((hook): Fault => {
        const message = `${nameInWords("webhook", hook.name)} ${does} ${resourcesOf(hook)} ${scopeOf(hook)}, by ${hook.target}, and ${failureOf(hook)}`;
        return { field: `${hook.field}.name`, message };
      });
  },
});

function resourcesOf({ rules }: Webhook): string {
  const names = [...new Set(rules.filter(isAboutKubernetes).flatMap(({ resources }) => resources))];
  if (names.includes("*") || names.includes("*/*")) return "everything";
  const more = names.length - MOST_NAMES;
  return `${names.slice(0, MOST_NAMES).join(", ")}${more > 0 ? ` and ${more} more` : ""}` || "objects";
}

function scopeOf({ namespaceSelector, objectSelector, hasConditions }: Webhook): string {
  const isLimited = [namespaceSelector, objectSelector].some((selector) => Object.keys(selector).length > 0);
  return isLimited || hasConditions ? "in a part of the cluster" : "in the whole cluster";
}

function failureOf({ failurePolicy }: Webhook): string {
  return failurePolicy === "Fail" ? "blocks them when it does not answer" : "is passed over when it does not answer";
}
