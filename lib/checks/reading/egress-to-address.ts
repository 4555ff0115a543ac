import { cidrContains } from "./cidr.ts";
import { recordOf, recordsOf, stringsOf } from "./entries.ts";
import type { NetworkRule } from "./network-isolation.ts";

type Target = { address: string; port: number };
type Fields = Record<string, unknown>;

/**
 * True when a pod that these policies select may open a TCP connection to an address outside the cluster. Policies of
 * Kubernetes and Cilium add up what they allow; a denial of Cilium or Calico wins over that.
 */
export function mayReach(rules: readonly NetworkRule[], target: Target): boolean {
  const closing = rules.filter(({ egress }) => egress);
  const verdict = calicoVerdict(closing.filter(({ dialect }) => dialect === "calico").sort(byOrder), target);
  if (verdict !== "open") return verdict === "allow";
  const cilium = rules.filter(({ dialect }) => dialect === "cilium");
  if (cilium.some(({ spec }) => recordsOf(spec.egressDeny).some(({ entry }) => ciliumMatches(entry, target))))
    return false;
  if (closing.length === 0) return true;
  return closing.some(({ dialect, spec }) => {
    if (dialect === "calico") return false;
    const allows = dialect === "cilium" ? ciliumMatches : kubernetesAllows;
    return recordsOf(spec.egress).some(({ entry }) => allows(entry, target));
  });
}

function kubernetesAllows(rule: Fields, { address, port }: Target): boolean {
  const ports = recordsOf(rule.ports);
  if (ports.length > 0 && !ports.some(({ entry }) => coversPort(entry.port, entry.endPort, entry.protocol, port)))
    return false;
  const to = recordsOf(rule.to);
  if (to.length === 0) return true;
  return to.some(({ entry }) => {
    const block = recordOf(entry.ipBlock);
    return cidrContains(block.cidr, address) && !stringsOf(block.except).some((hole) => cidrContains(hole, address));
  });
}

/** A rule without destinations is for all of them, unless it is empty: in Cilium that allows nothing. */
function ciliumMatches(rule: Fields, { address, port }: Target): boolean {
  const ports = recordsOf(rule.toPorts).flatMap(({ entry }) => recordsOf(entry.ports));
  if (ports.length > 0 && !ports.some(({ entry }) => coversPort(entry.port, entry.endPort, entry.protocol, port)))
    return false;
  const destinations = Object.keys(rule).filter((key) => key.startsWith("to") && key !== "toPorts");
  if (destinations.length === 0) return ports.length > 0;
  const entities = stringsOf(rule.toEntities);
  return (
    entities.includes("world") ||
    entities.includes("all") ||
    stringsOf(rule.toCIDR).some((cidr) => cidrContains(cidr, address)) ||
    recordsOf(rule.toCIDRSet).some(
      ({ entry }) =>
        cidrContains(entry.cidr, address) && !stringsOf(entry.except).some((hole) => cidrContains(hole, address)),
    )
  );
}

/** What the first of Calico's ordered rules that speaks of the target says; "open" when none does. */
function calicoVerdict(policies: readonly NetworkRule[], target: Target): "allow" | "deny" | "open" {
  for (const { spec } of policies)
    for (const { entry } of recordsOf(spec.egress)) {
      if (entry.action === "Log" || entry.action === "Pass" || !calicoMatches(entry, target)) continue;
      return entry.action === "Deny" ? "deny" : "allow";
    }
  return "open";
}

function calicoMatches(rule: Fields, { address, port }: Target): boolean {
  const to = recordOf(rule.destination);
  const nets = stringsOf(to.nets);
  const hasSelector = [to.selector, to.namespaceSelector, to.services, to.serviceAccounts, to.domains].some(Boolean);
  if (hasSelector && nets.length === 0) return false;
  if (typeof rule.protocol === "string" && rule.protocol.toUpperCase() !== "TCP") return false;
  if (nets.length > 0 && !nets.some((net) => cidrContains(net, address))) return false;
  if (stringsOf(to.notNets).some((net) => cidrContains(net, address))) return false;
  if (!Array.isArray(to.ports) || to.ports.length === 0) return true;
  return to.ports.some((each) => {
    const [first, last] = String(each).split(":");
    return coversPort(Number(first), last === undefined ? undefined : Number(last), undefined, port);
  });
}

function coversPort(first: unknown, last: unknown, protocol: unknown, port: number): boolean {
  if (protocol !== undefined && protocol !== null && !["TCP", "ANY"].includes(String(protocol).toUpperCase()))
    return false;
  if (first === undefined || first === null) return true;
  const from = Number(first);
  const to = last === undefined || last === null ? from : Number(last);
  // A port without a number in Cilium ("0") is every port.
  return from === 0 || (from <= port && port <= to);
}

function byOrder(left: NetworkRule, right: NetworkRule): number {
  const order = ({ spec }: NetworkRule) => (typeof spec.order === "number" ? spec.order : Number.POSITIVE_INFINITY);
  const [first, second] = [order(left), order(right)];
  return first === second ? 0 : first - second;
}
