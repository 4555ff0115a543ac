import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { LocatedObject } from "#lib/kubernetes/object.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { labelSelectorMatches } from "#lib/kubernetes/selectors.ts";
import { calicoSelectorMatches, isCalicoAll } from "./calico-selector.ts";
import { recordOf, recordsOf, stringsOf } from "./entries.ts";
import { namespaceOf } from "./namespaced.ts";
import { labelsOf, podLabelsOf } from "./pod-template.ts";

type Labels = Record<string, string>;
export type Dialect = "kubernetes" | "cilium" | "calico";

/** A policy of one of the three dialects, as what it does to the pods of one namespace. */
export type NetworkRule = {
  dialect: Dialect;
  policy: LocatedObject;
  /** The part of the policy that rules: its spec, or one of its specs. */
  spec: Record<string, unknown>;
  /** Directions in which a selected pod is closed but for what the policy allows. */
  ingress: boolean;
  egress: boolean;
  /** True when it selects every pod of the namespace. */
  selectsAll: boolean;
  selects: (labels: Labels) => boolean;
};

const memo = new WeakMap<ClusterIndex, Map<string, readonly NetworkRule[]>>();

/** Every network policy of the snapshot that can select pods of the namespace. Gathered once for each namespace. */
export function networkRulesIn(index: ClusterIndex, namespace: string): readonly NetworkRule[] {
  const known = memo.get(index) ?? new Map<string, readonly NetworkRule[]>();
  memo.set(index, known);
  let rules = known.get(namespace);
  if (!rules) {
    rules = gather(index, namespace);
    known.set(namespace, rules);
  }
  return rules;
}

/** The network policies that select the pods of a workload. */
export function networkRulesOf(workload: Workload, index: ClusterIndex): readonly NetworkRule[] {
  const labels = podLabelsOf(workload);
  return networkRulesIn(index, namespaceOf(workload)).filter((rule) => rule.selects(labels));
}

/** What one policy of a namespace does to the pods of that namespace, in any of the three dialects. */
export function networkRulesOfPolicy(policy: LocatedObject, index: ClusterIndex): readonly NetworkRule[] {
  if (policy.object.kind === "NetworkPolicy") return [isCalico(policy) ? calicoRule(policy) : kubernetesRule(policy)];
  const namespace = namespaceOf(policy.object);
  return ciliumRules(policy, namespace, labelsOf(index.find("Namespace", "", namespace)?.object.metadata.labels));
}

function gather(index: ClusterIndex, namespace: string): NetworkRule[] {
  const own = (located: LocatedObject) => namespaceOf(located.object) === namespace;
  const labels = labelsOf(index.find("Namespace", "", namespace)?.object.metadata.labels);
  const policies = index.ofKind("NetworkPolicy").filter(own);
  return [
    ...policies.filter((policy) => !isCalico(policy)).map(kubernetesRule),
    ...policies.filter(isCalico).map((policy) => calicoRule(policy)),
    ...index
      .ofKind("CiliumNetworkPolicy")
      .filter(own)
      .flatMap((policy) => ciliumRules(policy, namespace, labels)),
    ...index.ofKind("CiliumClusterwideNetworkPolicy").flatMap((policy) => ciliumRules(policy, namespace, labels)),
    ...index
      .ofKind("GlobalNetworkPolicy")
      .filter(({ object }) => calicoSelectorMatches(recordOf(object.spec).namespaceSelector, labels))
      .map((policy) => calicoRule(policy)),
  ];
}

function isCalico({ object }: LocatedObject): boolean {
  return String(object.apiVersion).includes("projectcalico.org");
}

function kubernetesRule(policy: LocatedObject): NetworkRule {
  const spec = recordOf(policy.object.spec);
  const types = stringsOf(spec.policyTypes);
  // Without policyTypes, Ingress is meant always and Egress when there are egress rules.
  const silent = types.length === 0;
  return {
    dialect: "kubernetes",
    policy,
    spec,
    ingress: silent || types.includes("Ingress"),
    egress: silent ? recordsOf(spec.egress).length > 0 : types.includes("Egress"),
    selectsAll: selectsEverything(spec.podSelector ?? {}),
    selects: (labels) => labelSelectorMatches(spec.podSelector ?? {}, labels),
  };
}

function ciliumRules(policy: LocatedObject, namespace: string, namespaceLabels: Labels): NetworkRule[] {
  const { spec, specs } = policy.object;
  const parts = [...(spec ? [recordOf(spec)] : []), ...recordsOf(specs).map(({ entry }) => entry)];
  const extra: Labels = { "io.kubernetes.pod.namespace": namespace };
  for (const [key, value] of Object.entries(namespaceLabels)) extra[`io.cilium.k8s.namespace.labels.${key}`] = value;
  return parts
    .filter((part) => part.endpointSelector !== undefined)
    .map((part) => {
      const selector = withoutSources(part.endpointSelector);
      const closes = recordOf(part.enableDefaultDeny);
      const has = (...keys: string[]) => keys.some((key) => recordsOf(part[key]).length > 0);
      return {
        dialect: "cilium",
        policy,
        spec: part,
        ingress: has("ingress", "ingressDeny") && closes.ingress !== false,
        egress: has("egress", "egressDeny") && closes.egress !== false,
        selectsAll: labelSelectorMatches(selector, extra) && onlyAsksForNamespace(selector),
        selects: (labels) => labelSelectorMatches(selector, { ...extra, ...labels }),
      };
    });
}

/** Cilium writes the source of a label before it ("k8s:app"); what remains is the label. */
function withoutSources(selector: unknown): Record<string, unknown> {
  const { matchLabels, matchExpressions } = recordOf(selector);
  const bare = (key: string) => key.replace(/^(k8s|any):/, "");
  return {
    matchLabels: Object.fromEntries(Object.entries(recordOf(matchLabels)).map(([key, value]) => [bare(key), value])),
    matchExpressions: recordsOf(matchExpressions).map(({ entry }) => ({ ...entry, key: bare(String(entry.key)) })),
  };
}

function onlyAsksForNamespace(selector: Record<string, unknown>): boolean {
  const keys = [
    ...Object.keys(recordOf(selector.matchLabels)),
    ...recordsOf(selector.matchExpressions).map(({ entry }) => String(entry.key)),
  ];
  return keys.every(
    (key) => key.startsWith("io.kubernetes.pod.namespace") || key.startsWith("io.cilium.k8s.namespace"),
  );
}

function calicoRule(policy: LocatedObject): NetworkRule {
  const spec = recordOf(policy.object.spec);
  const types = stringsOf(spec.types);
  const silent = types.length === 0;
  const hasEgress = Array.isArray(spec.egress);
  return {
    dialect: "calico",
    policy,
    spec,
    ingress: silent ? Array.isArray(spec.ingress) || !hasEgress : types.includes("Ingress"),
    egress: silent ? hasEgress : types.includes("Egress"),
    selectsAll: isCalicoAll(spec.selector),
    selects: (labels) => calicoSelectorMatches(spec.selector, labels),
  };
}

/** True when a LabelSelector names nothing and so selects all that there is. */
export function selectsEverything(selector: unknown): boolean {
  const { matchLabels, matchExpressions } = recordOf(selector);
  return Object.keys(recordOf(matchLabels)).length === 0 && recordsOf(matchExpressions).length === 0;
}
