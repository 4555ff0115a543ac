import { check } from "../check.ts";
import { judgeKubelets } from "../reading/kubelet-settings.ts";
import { switchOf } from "../reading/switch-value.ts";

/**
 * Restricted: makeIPTablesUtilChains of the kubelet, on unless set.
 * Allowed: true.
 */
export const kubeletIptablesUtilChains = check({
  id: "kubelet-iptables-util-chains",
  title: "Kubelet leaves its packet rules to somebody else",
  severity: "low",
  layer: "cluster",
  dimension: "security",
  concern: "network-policies",
  references: ["CIS 4.2.6"],
  why: "The kubelet keeps the chains that mark and drop packets which other parts of the node's network rely on. Told not to, the rules drift with every restart of another program, and traffic that should be dropped may pass.",
  seeByHand: "kubectl get --raw /api/v1/nodes/NODE/proxy/configz | jq .kubeletconfig.makeIPTablesUtilChains",
  fix: "Remove makeIPTablesUtilChains: false, or set it to true, and restart the kubelet. If a network plugin asked for it to be off, read why in its manual first.",
  before: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
metadata: { name: workers }
makeIPTablesUtilChains: false
`,
  after: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
metadata: { name: workers }
makeIPTablesUtilChains: true
`,
  of: "cluster",
  look: (index) =>
    judgeKubelets(index, { path: "makeIPTablesUtilChains", flag: "make-iptables-util-chains", unset: true }, (keeps) =>
      switchOf(keeps) === false ? "the kubelet is told not to keep its iptables chains" : null,
    ),
});
