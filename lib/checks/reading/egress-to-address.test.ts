import { expect, test } from "vitest";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { mayReach } from "./egress-to-address.ts";
import type { Dialect, NetworkRule } from "./network-isolation.ts";

const TARGET = { address: "169.254.169.254", port: 80 };

function rule(dialect: Dialect, spec: Record<string, unknown>, egress = true): NetworkRule {
  const object: KubernetesObject = { apiVersion: "v1", kind: "NetworkPolicy", metadata: { name: "one" }, spec };
  const policy = { object, at: { path: "" } };
  return { dialect, policy, spec, ingress: false, egress, selectsAll: true, selects: () => true };
}

const everything = { egress: [{ to: [{ ipBlock: { cidr: "0.0.0.0/0" } }] }] };
const dns = {
  egress: [
    {
      ports: [
        { protocol: "UDP", port: 53 },
        { protocol: "TCP", port: 53 },
      ],
    },
  ],
};

test.each<[string, NetworkRule[], boolean]>([
  ["no policy", [], true],
  ["a policy for ingress alone", [rule("kubernetes", {}, false)], true],
  ["a policy without egress rules", [rule("kubernetes", {})], false],
  ["everything is allowed", [rule("kubernetes", everything)], true],
  ["DNS alone", [rule("kubernetes", dns)], false],
  [
    "one policy closes, another opens: what is allowed adds up",
    [rule("kubernetes", {}), rule("kubernetes", everything)],
    true,
  ],
  ["a range of ports that holds it", [rule("kubernetes", { egress: [{ ports: [{ port: 1, endPort: 1024 }] }] })], true],
  [
    "a hole in the range of addresses",
    [rule("kubernetes", { egress: [{ to: [{ ipBlock: { cidr: "0.0.0.0/0", except: ["169.254.169.254/32"] } }] }] })],
    false,
  ],
  ["pods alone", [rule("kubernetes", { egress: [{ to: [{ podSelector: {} }, { namespaceSelector: {} }] }] })], false],
  ["Cilium: an empty rule allows nothing", [rule("cilium", { egress: [{}] })], false],
  [
    "Cilium: ports without destinations are ports anywhere",
    [rule("cilium", { egress: [{ toPorts: [{ ports: [{ port: "80" }] }] }] })],
    true,
  ],
  [
    "Cilium: a denial wins over what another policy allows",
    [rule("kubernetes", everything), rule("cilium", { egressDeny: [{ toCIDR: ["169.254.0.0/16"] }] })],
    false,
  ],
  [
    "Calico: the first rule that speaks of it decides",
    [
      rule("calico", {
        egress: [{ action: "Deny", destination: { nets: ["169.254.169.254/32"] } }, { action: "Allow" }],
      }),
    ],
    false,
  ],
  [
    "Calico: by order, whatever the place",
    [
      rule("calico", { order: 9, egress: [{ action: "Deny" }] }),
      rule("calico", { order: 1, egress: [{ action: "Allow" }] }),
    ],
    true,
  ],
  [
    "Calico: nothing speaks of it, so it is closed",
    [rule("calico", { egress: [{ action: "Allow", destination: { nets: ["10.0.0.0/8"] } }] })],
    false,
  ],
])("%s", (_, rules, expected) => expect(mayReach(rules, TARGET)).toBe(expected));
