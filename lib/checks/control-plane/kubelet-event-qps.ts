import { check } from "../check.ts";
import { judgeKubelets } from "../reading/kubelet-settings.ts";

/** What kubelets sent at most before Kubernetes 1.27: less was never anybody's default. */
const LEAST = 5;

/**
 * Restricted: eventRecordQPS of the kubelet. 0 sets no limit, so that one crashing pod floods the API server; less than 5, the kubelet's own
 * default before Kubernetes 1.27 (50 since), drops events.
 * Allowed: 5 and more.
 */
export const kubeletEventQps = check({
  id: "kubelet-event-qps",
  title: "Kubelet drops events, or sends them without limit",
  severity: "low",
  layer: "cluster",
  dimension: "monitoring-health",
  concern: null,
  references: ["CIS 4.2.8", "O22:K05"],
  why: "Events say why a pod was killed, not scheduled or not pulled. With too low a rate those of a bad hour are lost, when they are needed most; with none a single crashing pod fills etcd with them.",
  seeByHand: "kubectl get --raw /api/v1/nodes/NODE/proxy/configz | jq .kubeletconfig.eventRecordQPS",
  fix: "Set eventRecordQPS to 50, the default since Kubernetes 1.27 (5 before), or remove the setting, and restart the kubelet. On a busy node watch the API server's load when you raise it.",
  before: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
metadata: { name: workers }
eventRecordQPS: 0
`,
  after: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
metadata: { name: workers }
eventRecordQPS: 50
`,
  of: "cluster",
  look: (index) =>
    judgeKubelets(index, { path: "eventRecordQPS", flag: "event-qps", unset: LEAST }, (rate) => {
      const perSecond = Number(rate);
      if (perSecond === 0) return "the kubelet sends events without any limit";
      return perSecond < LEAST ? `the kubelet sends at most ${perSecond} events a second and drops the others` : null;
    }),
});
