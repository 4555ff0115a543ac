import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject, LocatedObject } from "#lib/kubernetes/object.ts";
import { labelSelectorMatches } from "#lib/kubernetes/selectors.ts";
import { check, type Fault, notAssessable } from "../check.ts";
import { recordOf, recordsOf } from "../reading/entries.ts";
import { namespaceOf } from "../reading/namespaced.ts";
import { type NetworkRule, networkRulesOfPolicy, selectsEverything } from "../reading/network-isolation.ts";
import { oncePerIndex } from "../reading/once-per-index.ts";
import { makerOfPods } from "../reading/pod-maker.ts";
import { podLabelSetsIn, selectsAnyPod } from "../reading/pods-selected.ts";
import { isWholeCluster } from "../reading/presence.ts";

/**
 * Judges that the selectors of a network policy find something: its own pods in its namespace, and for Kubernetes'
 * policies the pods and namespaces of each peer. A selector that names nothing selects all and is fine, also where
 * nothing is yet. Peers in other namespaces are only known of a whole cluster.
 */
export const networkPolicySelectorDangling = check({
  id: "network-policy-selector-dangling",
  title: "Network policy selects nothing",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: "network-policies",
  references: ["O22:K07"],
  why: "The policy is there, everybody counts on it, and it protects no pod: mostly a label was renamed. A peer that matches nothing closes a way that somebody needed, or it is a leftover, and then the next pod that happens to carry the label is let in.",
  seeByHand:
    "kubectl -n shop get networkpolicies -o custom-columns=NAME:.metadata.name,PODS:.spec.podSelector.matchLabels; kubectl -n shop get pods --show-labels",
  fix: "Compare the selector with the labels of the pod template, in the policy's own namespace; for peers elsewhere add a namespaceSelector beside the podSelector. Take both from the same place in your chart. Before you correct a policy that was without effect, look at what it will close.",
  before: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec: { podSelector: { matchLabels: { app: webb } }, policyTypes: [Ingress] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }] }
`,
  after: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec: { podSelector: { matchLabels: { app: web } }, policyTypes: [Ingress] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }] }
`,
  of: "object",
  kinds: ["NetworkPolicy", "CiliumNetworkPolicy"],
  look: (policy, index) => {
    const namespace = namespaceOf(policy.object);
    const dangling = networkRulesOfPolicy(policy, index).filter((rule) => !findsPods(rule, namespace, index));
    const maker = dangling.map((rule) => makerOfPods(index, namespace, rule.selects)).find(Boolean);
    if (maker) return notAssessable(`${maker.kind} "${maker.metadata.name}" may make the pods that the policy selects`);
    return [...dangling.map((rule) => faultOf(rule, namespace)), ...danglingPeers(policy.object, index)];
  },
});

function findsPods(
  { dialect, spec, selectsAll, selects }: NetworkRule,
  namespace: string,
  index: ClusterIndex,
): boolean {
  if (selectsAll) return true;
  if (dialect === "kubernetes") return selectsAnyPod(index, namespace, spec.podSelector);
  return podLabelSetsIn(index, namespace).some(selects);
}

const OWN_SELECTOR = { kubernetes: "podSelector", cilium: "endpointSelector", calico: "selector" };

function faultOf({ dialect, policy, spec }: NetworkRule, namespace: string): Fault {
  const selector = OWN_SELECTOR[dialect];
  const at = recordsOf(policy.object.specs).find(({ entry }) => entry === spec)?.at;
  const field = `${at === undefined ? "spec" : `specs[${at}]`}.${selector}`;
  const wanted = inWords(spec[selector]);
  return { field, message: `no pod in namespace "${namespace}" is selected by it${wanted}` };
}

/** The labels that a selector names, to end a sentence with. */
function inWords(selector: unknown): string {
  const labels = Object.entries(recordOf(recordOf(selector).matchLabels))
    .filter(([, value]) => typeof value === "string")
    .slice(0, 4);
  return labels.length === 0 ? "" : ` (${labels.map(([key, value]) => `${key}=${value}`).join(", ")})`;
}

function danglingPeers(policy: KubernetesObject, index: ClusterIndex): Fault[] {
  if (policy.kind !== "NetworkPolicy") return [];
  const { ingress, egress } = recordOf(policy.spec);
  const sides = [
    { rules: ingress, name: "ingress", peers: "from" },
    { rules: egress, name: "egress", peers: "to" },
  ];
  return sides.flatMap(({ rules, name, peers }) =>
    recordsOf(rules).flatMap(({ entry: rule, at }) =>
      recordsOf(rule[peers]).flatMap(({ entry, at: place }) => {
        const fault = peerFault(entry, namespaceOf(policy), index);
        return fault ? [{ ...fault, field: `spec.${name}[${at}].${peers}[${place}].${fault.field}` }] : [];
      }),
    ),
  );
}

function peerFault(peer: Record<string, unknown>, namespace: string, index: ClusterIndex): Fault | null {
  const { podSelector, namespaceSelector } = peer;
  if (!isSelector(namespaceSelector)) {
    if (!isSelector(podSelector) || selectsEverything(podSelector)) return null;
    const finds =
      selectsAnyPod(index, namespace, podSelector) ||
      makerOfPods(index, namespace, (labels) => labelSelectorMatches(podSelector, labels)) !== undefined;
    if (finds) return null;
    const message = `a peer selects no pod of namespace "${namespace}"${inWords(podSelector)}`;
    return { field: "podSelector", message };
  }
  if (selectsEverything(namespaceSelector) || !isWholeCluster(index)) return null;
  const namespaces = namespacesOf(index, "").filter(({ labels }) => labelSelectorMatches(namespaceSelector, labels));
  if (namespaces.length === 0)
    return { field: "namespaceSelector", message: `a peer selects no namespace${inWords(namespaceSelector)}` };
  if (!isSelector(podSelector) || selectsEverything(podSelector)) return null;
  if (namespaces.some(({ name }) => selectsAnyPod(index, name, podSelector))) return null;
  return { field: "podSelector", message: `a peer selects no pod of the namespaces it names${inWords(podSelector)}` };
}

function isSelector(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Every namespace with its labels; Kubernetes itself labels each with its name. */
const namespacesOf = oncePerIndex((index: ClusterIndex, _: string) =>
  index.namespaces.map((name) => {
    const found: LocatedObject | undefined = index.find("Namespace", "", name);
    const labels = recordOf(found?.object.metadata.labels) as Record<string, string>;
    return { name, labels: { ...labels, "kubernetes.io/metadata.name": name } };
  }),
);
