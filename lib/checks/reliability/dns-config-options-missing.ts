import type { PodSpec } from "#lib/kubernetes/pod.ts";
import { check, NOT_APPLICABLE, PASS } from "../check.ts";
import { entriesOf, recordOf, recordsOf } from "../reading/entries.ts";
import { isSystemNamespace, namespaceOf } from "../reading/namespaced.ts";
import { isMirrorPod } from "../reading/pod-template.ts";
import { isWindowsPod } from "../reading/windows-pod.ts";

/**
 * Restricted field: dnsConfig.options of pods that ask the cluster's DNS. Allowed: any number for ndots, for whoever
 * writes it has thought of it. Windows resolves names by other rules.
 */
export const dnsConfigOptionsMissing = check({
  id: "dns-config-options-missing",
  title: "Every name lookup is tried five times",
  severity: "low",
  layer: "container",
  dimension: "applications",
  concern: null,
  references: [],
  why: "Kubernetes sets ndots:5: a name with fewer than five dots, as nearly every host on the internet has, is first asked for with each search domain of the cluster behind it. One call to a payment service is four or more questions, half of them doubled for IPv6; at the peak the cluster's DNS is slow for everyone.",
  seeByHand: "kubectl -n shop exec deploy/web -- cat /etc/resolv.conf",
  fix: 'Set dnsConfig.options with ndots: "2" for pods that call hosts outside. Names of Services in other namespaces then need at least two dots (db.shop.svc). A dot at the end of a host name, or a cache on each node (NodeLocal DNSCache), helps as well.',
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }]
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      dnsConfig: { options: [{ name: ndots, value: "2" }] }
      containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }]
`,
  of: "workload",
  look: (workload) => {
    const { pod, podField } = workload;
    if (isSystemNamespace(namespaceOf(workload)) || isMirrorPod(workload) || isWindowsPod(pod)) return NOT_APPLICABLE;
    if (entriesOf(pod.containers).length === 0 || !asksTheCluster(pod)) return NOT_APPLICABLE;
    const options = recordsOf(recordOf(pod.dnsConfig).options);
    const isChosen = options.some(({ entry }) => entry.name === "ndots" && /^\d+$/.test(String(entry.value)));
    if (isChosen) return PASS;
    return [
      {
        field: `${podField}.dnsConfig.options`,
        message: "names are looked up with ndots:5, the default of the cluster",
      },
    ];
  },
});

/** On the node's network ClusterFirst means the node's own DNS. */
function asksTheCluster({ dnsPolicy, hostNetwork }: PodSpec): boolean {
  if (dnsPolicy === "ClusterFirstWithHostNet") return true;
  return hostNetwork !== true && (dnsPolicy === undefined || dnsPolicy === null || dnsPolicy === "ClusterFirst");
}
