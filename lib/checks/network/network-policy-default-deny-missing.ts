import { check, NOT_APPLICABLE, notAssessable, PASS } from "../check.ts";
import { isSystemNamespace } from "../reading/namespaced.ts";
import { networkRulesIn } from "../reading/network-isolation.ts";
import { podLabelsOf } from "../reading/pod-template.ts";
import { isWholeCluster } from "../reading/presence.ts";
import { workloadsIn } from "../reading/service-selection.ts";

const CLUSTER_WIDE: ReadonlySet<string> = new Set(["CiliumClusterwideNetworkPolicy", "GlobalNetworkPolicy"]);
const DIRECTIONS = ["ingress", "egress"] as const;

/**
 * Judges a namespace: policies that select every pod close both directions, or, where policies are written pod by pod,
 * they leave no pod of the snapshot open. kube-system and its like are the platform's own.
 */
export const networkPolicyDefaultDenyMissing = check({
  id: "network-policy-default-deny-missing",
  title: "Namespace does not deny traffic by default",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: "network-policies",
  references: ["CIS 5.3.2", "NSA network", "O22:K07"],
  why: "Without a default, every new pod starts open to the whole cluster and stays so until somebody remembers it. Workloads come and go faster than people remember; a namespace that denies by default is safe on the day when it is forgotten.",
  seeByHand:
    "kubectl -n shop get networkpolicies -o json | jq '.items[] | select(.spec.podSelector == {}) | .metadata.name, .spec.policyTypes'",
  fix: "Add one policy with an empty podSelector and both policyTypes to every namespace, from the template that makes namespaces, so that nobody has to think of it. Allow DNS and what the applications need in the same change, or they stop. Roll it out namespace by namespace.",
  before: `apiVersion: v1
kind: Namespace
metadata: { name: shop }
`,
  after: `apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: default-deny, namespace: shop }
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
`,
  of: "namespace",
  look: (namespace, index) => {
    if (isSystemNamespace(namespace)) return NOT_APPLICABLE;
    const pods = workloadsIn(index, namespace).filter(({ pod }) => pod.hostNetwork !== true);
    // A policy for the whole cluster that selects none of these pods is a policy of other namespaces.
    const rules = networkRulesIn(index, namespace).filter(
      (rule) =>
        !CLUSTER_WIDE.has(rule.policy.object.kind) ||
        rule.selectsAll ||
        pods.some((workload) => rule.selects(podLabelsOf(workload))),
    );
    const open = DIRECTIONS.filter((direction) => !rules.some((rule) => rule.selectsAll && rule[direction]));
    if (open.length === 0) return PASS;
    if (rules.length === 0) {
      const isDescribed = index.find("Namespace", "", namespace) !== undefined;
      if (!isDescribed && !isWholeCluster(index))
        return notAssessable(
          `namespace "${namespace}" is named here, but neither it nor a policy in it is part of the snapshot`,
        );
      if (!isDescribed && pods.length === 0) return NOT_APPLICABLE;
      return [{ field: "", message: `namespace "${namespace}" has no network policy` }];
    }
    const bare = pods.filter((workload) => {
      const chosen = rules.filter((rule) => rule.selects(podLabelsOf(workload)));
      return DIRECTIONS.some((direction) => !chosen.some((rule) => rule[direction]));
    });
    if (bare.length === 0) return PASS;
    const seen = `${bare.length} of ${pods.length} workloads are open, such as ${bare[0]?.ref.kind} "${bare[0]?.ref.name}"`;
    return [{ field: "", message: `namespace "${namespace}" does not deny ${open.join(" and ")} by default: ${seen}` }];
  },
});
