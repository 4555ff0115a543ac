import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { check, type Fault, notAssessable, PASS } from "../check.ts";
import { alertRulesOf } from "../reading/alert-rules.ts";
import { monitoringServiceOf, openCollectorOf, PROMETHEUS_LIKE } from "../reading/monitoring-agents.ts";
import { absenceOf, isWholeCluster } from "../reading/presence.ts";
import { workloadsRunning } from "../reading/running-program.ts";

/** What every cluster wants to be woken for, told by the metrics and the usual names of alerts about it. */
const CORE: readonly { about: string; signs: RegExp }[] = [
  {
    about: "nodes",
    signs:
      /kube_node_status|KubeNode|Node(Not|Un)Ready|HostOutOf|node_(memory|cpu|load|filesystem|disk)|up\{[^}]*(kubelet|node)/i,
  },
  {
    about: "pods and workloads",
    signs:
      /kube_pod_(container_)?status|kube_(deployment|statefulset|daemonset)_status|CrashLoop|Pod(Not|Un)Ready|OOMKill|ReplicasMismatch/i,
  },
  { about: "volumes", signs: /kubelet_volume_stats|kube_persistentvolume|PersistentVolume|node_filesystem/i },
];

/** Judges whether alert rules are there, and whether some of them watch nodes, workloads and volumes. */
export const alertRulesMissing = check({
  id: "alert-rules-missing",
  title: "No rules that raise alerts for the basics",
  severity: "medium",
  layer: "cluster",
  dimension: "monitoring-health",
  concern: null,
  references: ["O25:K10"],
  why: "Metrics that nobody is told about are read after the outage. Failing nodes, pods that restart and disks that fill are the same in every cluster, announce themselves early, and still wake nobody without a rule.",
  seeByHand: "kubectl get prometheusrules -A; kubectl get cm -A | grep -i rules",
  fix: "Take the rules of kube-prometheus-stack, which cover these, and throw out each one that nobody would act on: an alert that is ignored teaches people to ignore the next. Add one for what users see (errors and latency at the ingress). Write beside each what to do.",
  before: `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: { name: shop, namespace: monitoring }
spec:
  groups:
    - name: shop
      rules: [{ alert: OrdersSlow, expr: "orders_latency_seconds > 2" }]
`,
  after: `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: { name: cluster, namespace: monitoring }
spec:
  groups:
    - name: cluster
      rules:
        - { alert: NodeNotReady, expr: 'kube_node_status_condition{condition="Ready",status="true"} == 0', for: 10m }
        - { alert: PodCrashLooping, expr: 'rate(kube_pod_container_status_restarts_total[15m]) > 0', for: 30m }
        - { alert: VolumeFilling, expr: 'kubelet_volume_stats_available_bytes / kubelet_volume_stats_capacity_bytes < 0.15', for: 30m }
`,
  of: "cluster",
  look: (index) => {
    const alerts = alertRulesOf(index, "alerts");
    const missing = CORE.filter(({ signs }) => !alerts.some((text) => signs.test(text)));
    if (missing.length === 0) return PASS;
    const elsewhere = monitoringServiceOf(index) ?? openCollectorOf(index);
    if (elsewhere) return notAssessable(`${elsewhere} runs, and its alert rules are kept outside of the cluster`);
    if (alerts.length === 0 && mayBeUncollected(index))
      return notAssessable(
        "Prometheus runs, and neither its rule objects nor the ConfigMaps with rule files were collected",
      );
    if (alerts.length === 0)
      return absenceOf(index, "alert rules", "no alert rule is there (no PrometheusRule, no rule file)");
    if (!isWholeCluster(index))
      return notAssessable("the snapshot holds some alert rules, and the cluster may have others");
    return missing.map(({ about }): Fault => ({ field: "", message: `no alert rule watches ${about}` }));
  },
});

/** True where Prometheus runs and nothing was collected of the kind that holds its rules. */
function mayBeUncollected(index: ClusterIndex): boolean {
  const running = workloadsRunning(index, PROMETHEUS_LIKE);
  if (running.length === 0) return false;
  const isOperated = running.some(({ image }) => /operator/.test(image));
  const kinds = isOperated
    ? ["PrometheusRule", "VMRule", "ServiceMonitor", "Prometheus"]
    : ["PrometheusRule", "ConfigMap"];
  return kinds.every((kind) => index.ofKind(kind).length === 0);
}
