import { check, NOT_APPLICABLE } from "../check.ts";
import { isSystemNamespace, namespaceOf } from "../reading/namespaced.ts";
import { networkRulesOf } from "../reading/network-isolation.ts";
import { podLabelsField } from "../reading/pod-template.ts";

/**
 * Judges whether policies select the pods of a workload in both directions. A policy closes those directions that its
 * policyTypes name: without policyTypes ingress always, egress when it has egress rules. Policies of Cilium and Calico
 * count. Pods in the node's network are beyond every policy, and kube-system is the platform's own.
 */
export const networkPolicyMissingPod = check({
  id: "network-policy-missing-pod",
  title: "Pod is isolated by no network policy",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: "network-policies",
  references: ["CIS 5.3.2", "NSA network", "O22:K07", "O25:K05"],
  why: "A pod that no policy selects talks to everything in the cluster and everything talks to it. An intruder in the least important application then reaches the database of the most important one, and nothing between them says no.",
  seeByHand:
    "kubectl get networkpolicies -A -o custom-columns=NS:.metadata.namespace,NAME:.metadata.name,PODS:.spec.podSelector,TYPES:.spec.policyTypes",
  fix: "Put a policy into the namespace that denies both directions for all pods, then allow what each application needs; DNS is the first thing that every pod misses. Watch the traffic for a week beforehand (Hubble, Calico flow logs) and write the policies from what you saw. Your network plug-in has to enforce policies: some do not, and say nothing.",
  before: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  podSelector: { matchLabels: { app: web } }
  policyTypes: [Ingress]
  ingress:
    - from: [{ podSelector: { matchLabels: { app: edge } } }]
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
spec:
  podSelector: { matchLabels: { app: web } }
  policyTypes: [Ingress, Egress]
  ingress:
    - from: [{ podSelector: { matchLabels: { app: edge } } }]
  egress:
    - to: [{ podSelector: { matchLabels: { app: database } } }]
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
  of: "workload",
  look: (workload, index) => {
    if (workload.pod.hostNetwork === true || isSystemNamespace(namespaceOf(workload))) return NOT_APPLICABLE;
    const rules = networkRulesOf(workload, index);
    const open = (["ingress", "egress"] as const).filter((direction) => !rules.some((rule) => rule[direction]));
    if (open.length === 0) return [];
    const names = rules.map(({ policy }) => `"${policy.object.metadata.name}"`);
    const message =
      names.length === 0
        ? `no network policy in namespace "${namespaceOf(workload)}" selects its pods`
        : `network policy ${names.join(", ")} selects its pods but leaves ${open.join(" and ")} open`;
    return [{ field: podLabelsField(workload), message }];
  },
});
