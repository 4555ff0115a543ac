import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { labelSelectorMatches } from "#lib/kubernetes/selectors.ts";
import { recordOf, recordsOf, stringsOf } from "./entries.ts";
import { labelsOf } from "./pod-template.ts";

export const WEBHOOK_KINDS = ["ValidatingWebhookConfiguration", "MutatingWebhookConfiguration"] as const;

type HookRule = { apiGroups: string[]; resources: string[]; operations: string[]; scope: string };

/** One webhook of a configuration, with the defaults that the API server fills in. */
export type Webhook = {
  field: string;
  name: string;
  failurePolicy: "Fail" | "Ignore";
  rules: HookRule[];
  /** Where it is called: `Service "shop/guard"`, or an address. */
  target: string;
  namespaceSelector: Record<string, unknown>;
  objectSelector: Record<string, unknown>;
  hasConditions: boolean;
};

/** The webhooks of a configuration in order. */
export function webhooksOf(configuration: KubernetesObject): Webhook[] {
  const isBeta = configuration.apiVersion.endsWith("/v1beta1");
  return recordsOf(configuration.webhooks).map(({ entry, at }) => ({
    field: `webhooks[${at}]`,
    name: typeof entry.name === "string" ? entry.name : "",
    failurePolicy: (entry.failurePolicy ?? (isBeta ? "Ignore" : "Fail")) === "Ignore" ? "Ignore" : "Fail",
    rules: recordsOf(entry.rules).map((rule) => readRule(rule.entry)),
    target: targetOf(recordOf(entry.clientConfig)),
    namespaceSelector: recordOf(entry.namespaceSelector),
    objectSelector: recordOf(entry.objectSelector),
    hasConditions: recordsOf(entry.matchConditions).length > 0,
  }));
}

function readRule(rule: Record<string, unknown>): HookRule {
  return {
    apiGroups: stringsOf(rule.apiGroups),
    resources: stringsOf(rule.resources),
    operations: stringsOf(rule.operations),
    scope: typeof rule.scope === "string" ? rule.scope : "*",
  };
}

function targetOf({ service, url }: Record<string, unknown>): string {
  if (typeof url === "string") return `the address ${url}`;
  const { namespace, name } = recordOf(service);
  return typeof name === "string" ? `Service "${String(namespace)}/${name}"` : "nothing that can be read";
}

/** True when the rule is called for such an object, created or changed. */
export function isCalledFor(rule: HookRule, group: string, resource: string): boolean {
  return (
    (rule.apiGroups.includes("*") || rule.apiGroups.includes(group)) &&
    ["*", "*/*", resource].some((one) => rule.resources.includes(one)) &&
    ["*", "CREATE", "UPDATE"].some((operation) => rule.operations.includes(operation))
  );
}

/** True when the rule is about kinds of Kubernetes itself, and not only about those that a product has added. */
export function isAboutKubernetes(rule: HookRule): boolean {
  return rule.apiGroups.some((group) => group === "*" || !group.includes(".") || group.endsWith(".k8s.io"));
}

/** Whether a namespaceSelector selects a namespace; null where labels decide that the snapshot does not show. */
export function selectsNamespace(
  selector: Record<string, unknown>,
  namespace: string,
  index: ClusterIndex,
): boolean | null {
  const object = index.find("Namespace", "", namespace)?.object;
  const known = { "kubernetes.io/metadata.name": namespace, ...labelsOf(object?.metadata.labels) };
  const selects = labelSelectorMatches(selector, known);
  if (object || !selects) return selects;
  const keys = recordsOf(selector.matchExpressions).map(({ entry }) => entry.key);
  // That an unseen namespace lacks a label is a guess.
  return keys.every((key) => key === "kubernetes.io/metadata.name") ? true : null;
}
