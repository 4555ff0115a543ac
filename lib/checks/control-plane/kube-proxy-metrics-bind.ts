import { check } from "../check.ts";
import { isLoopback } from "../reading/bind-address.ts";
import { judgeKubeProxy } from "../reading/kube-proxy-settings.ts";

/**
 * Restricted: metricsBindAddress of kube-proxy, 127.0.0.1:10249 unless set or empty.
 * Allowed: an address of the loopback.
 */
export const kubeProxyMetricsBind = check({
  id: "kube-proxy-metrics-bind",
  title: "kube-proxy shows its metrics to the network",
  severity: "low",
  layer: "cluster",
  dimension: "security",
  concern: "network-policies",
  references: ["CIS 4.3.1", "O25:K06"],
  why: "The metrics port asks nobody who they are. It tells every pod and machine that reaches the node which Services there are and how the node's network is set up, and where profiling is on it can be made to work for nothing.",
  seeByHand: "kubectl -n kube-system get configmap kube-proxy -o yaml | grep metricsBindAddress",
  fix: "Set metricsBindAddress: 127.0.0.1:10249 in the ConfigMap kube-proxy and restart its DaemonSet. Prometheus must then scrape through a proxy on the node that checks who asks; else keep the address, hold the port to the monitoring by firewall, and accept the finding.",
  before: `apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
metadata: { name: workers }
metricsBindAddress: 0.0.0.0:10249
`,
  after: `apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
metadata: { name: workers }
metricsBindAddress: 127.0.0.1:10249
`,
  of: "cluster",
  look: (index) =>
    judgeKubeProxy(
      index,
      { path: "metricsBindAddress", flag: "metrics-bind-address", unset: "127.0.0.1:10249" },
      (address) =>
        address === "" || isLoopback(String(address))
          ? null
          : `kube-proxy serves its metrics on ${JSON.stringify(address)}`,
    ),
});
