import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { check, type Fault } from "../check.ts";
import { recordOf, recordsOf, stringsOf } from "../reading/entries.ts";
import { selectsEverything } from "../reading/network-isolation.ts";

type Fields = Record<string, unknown>;

/**
 * Judges that a network policy limits something: no rule lets every port through to or from everywhere (an empty rule,
 * the whole address space, all namespaces, Cilium's entity "all", an Allow of Calico's without conditions), and one of
 * Kubernetes says for which pods it is. Whoever opens one port to the world has chosen that port.
 */
export const networkPolicyTooBroad = check({
  id: "network-policy-too-broad",
  title: "Network policy lets everything through",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: "network-policies",
  references: ["NSA network", "O22:K07"],
  why: "Policies add up, so one rule that allows everything undoes what all the others of these pods forbid. In lists and reports the namespace has policies and looks closed, while an intruder walks through it, or carries data out, as if there were none.",
  seeByHand:
    "kubectl get networkpolicies -A -o json | jq -r '.items[] | select([.spec.ingress[]?, .spec.egress[]?] | index({})) | .metadata.namespace + \"/\" + .metadata.name'",
  fix: "Write down who really talks to these pods and to whom they talk; flow logs of the network plug-in (Hubble, Calico) show it. Replace the open rule by one with peers and ports, and keep DNS in mind. An egress to the internet that must stay gets its ports, and the private ranges as exceptions (ipBlock.except).",
  before: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  podSelector: {}
  policyTypes: [Ingress]
  ingress: [{}]
`,
  after: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  podSelector: {}
  policyTypes: [Ingress]
  ingress: [{ from: [{ podSelector: {} }] }]
`,
  of: "object",
  kinds: ["NetworkPolicy", "CiliumNetworkPolicy", "CiliumClusterwideNetworkPolicy", "GlobalNetworkPolicy"],
  look: ({ object }) => {
    if (object.kind.startsWith("Cilium")) return ofCilium(object);
    if (object.apiVersion.includes("projectcalico.org")) return ofCalico(object);
    const spec = recordOf(object.spec);
    const silent: Fault[] =
      spec.podSelector === undefined
        ? [
            {
              field: "spec.podSelector",
              message: "it does not say for which pods it is, so it is for all of the namespace",
            },
          ]
        : [];
    return [...silent, ...inDirection(spec, "ingress", "from"), ...inDirection(spec, "egress", "to")];
  },
});

function inDirection(spec: Fields, direction: "ingress" | "egress", key: "from" | "to"): Fault[] {
  // A direction that policyTypes leaves out is not ruled by its rules.
  const types = stringsOf(spec.policyTypes);
  if (types.length > 0 && !types.some((type) => type.toLowerCase() === direction)) return [];
  return recordsOf(spec[direction]).flatMap(({ entry, at }) => {
    if (Array.isArray(entry.ports) && entry.ports.length > 0) return [];
    const field = `spec.${direction}[${at}]`;
    const words = direction === "ingress" ? "from everywhere in" : "to everywhere out";
    if (!Array.isArray(entry[key]) || entry[key].length === 0)
      return isAbsent(entry[key])
        ? [{ field, message: `a rule without peers and ports lets all traffic ${words}` }]
        : [];
    return recordsOf(entry[key]).flatMap(({ entry: peer, at: place }) => {
      const what = whyEverything(peer);
      return what === null
        ? []
        : [{ field: `${field}.${key}[${place}]`, message: `a rule lets all traffic ${words}: ${what}` }];
    });
  });
}

function isAbsent(peers: unknown): boolean {
  return peers === undefined || peers === null || (Array.isArray(peers) && peers.length === 0);
}

function whyEverything({ ipBlock, namespaceSelector, podSelector }: Fields): string | null {
  const { cidr, except } = recordOf(ipBlock);
  if (typeof cidr === "string" && /\/0$/.test(cidr.trim()) && stringsOf(except).length === 0)
    return `${cidr.trim()} is every address`;
  const isEveryNamespace =
    isEmptySelector(namespaceSelector) && (isAbsent(podSelector) || isEmptySelector(podSelector));
  return isEveryNamespace ? "it names every pod of every namespace" : null;
}

function isEmptySelector(selector: unknown): boolean {
  return typeof selector === "object" && selector !== null && selectsEverything(selector);
}

function ofCilium({ spec, specs }: KubernetesObject): Fault[] {
  const parts = [
    ...(spec ? [{ part: recordOf(spec), path: "spec" }] : []),
    ...recordsOf(specs).map(({ entry, at }) => ({ part: entry, path: `specs[${at}]` })),
  ];
  return parts.flatMap(({ part, path }) =>
    (["ingress", "egress"] as const).flatMap((direction) =>
      recordsOf(part[direction]).flatMap(({ entry, at }) => {
        const key = direction === "ingress" ? "fromEntities" : "toEntities";
        if (!stringsOf(entry[key]).includes("all") || recordsOf(entry.toPorts).length > 0) return [];
        return [
          {
            field: `${path}.${direction}[${at}].${key}`,
            message: `a rule lets all traffic through: the entity "all" is everything`,
          },
        ];
      }),
    ),
  );
}

function ofCalico({ spec }: KubernetesObject): Fault[] {
  return (["ingress", "egress"] as const).flatMap((direction) =>
    recordsOf(recordOf(spec)[direction]).flatMap(({ entry, at }) => {
      const conditions = Object.keys(entry).filter((key) => key !== "action" && key !== "metadata");
      if (entry.action !== "Allow" || conditions.length > 0) return [];
      return [{ field: `spec.${direction}[${at}]`, message: "a rule allows all traffic without any condition" }];
    }),
  );
}
