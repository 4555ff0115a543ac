import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { check, type Fault, notAssessable } from "../check.ts";
import { recordOf, recordsOf } from "../reading/entries.ts";
import { edgeProgramOf } from "../reading/ingress-controllers.ts";
import { waysFromInternet } from "../reading/internet-exposure.ts";
import { objectNamed } from "../reading/namespaced.ts";
import { oncePerIndex } from "../reading/once-per-index.ts";
import { podLabelsOf } from "../reading/pod-template.ts";
import { isWholeCluster } from "../reading/presence.ts";
import { type Program, runningByWorkload } from "../reading/running-program.ts";
import { workloadsBehind } from "../reading/service-selection.ts";

const KINDS: ReadonlySet<string> = new Set(["Deployment", "StatefulSet", "DaemonSet"]);
/** Programs without which nothing starts, nothing is found or nothing is moved; not all that somebody put into kube-system. */
const CLUSTER_PARTS: readonly Program[] = [
  { name: "DNS", image: /(^|\/)(coredns|kube-dns|k8s-dns-[\w-]+|node-cache)$/ },
  {
    name: "network",
    image:
      /(^|\/)(kube-proxy[\w-]*|calico\/node|calico-node|cilium|flannel|weave-kube|antrea[\w-]*|kube-router|kube-ovn|amazon-k8s-cni|ovn-kubernetes[\w-]*)$/,
  },
  { name: "storage driver", image: /(^|\/)([\w-]+-csi-driver|csi-(provisioner|attacher|node-driver-registrar))$/ },
  { name: "metrics", image: /(^|\/)metrics-server[\w-]*$/ },
  { name: "node autoscaler", image: /(^|\/)(cluster-autoscaler[\w-]*|karpenter|karpenter\/controller)$/ },
  { name: "cloud controller", image: /(^|\/)([\w-]*cloud-controller-manager[\w-]*)$/ },
];
const CRITICALITY = /(^|\/)(criticality|business-criticality|importance)$/;
const HIGHEST = /^(critical|mission-critical|business-critical|highest|high|tier-?[01])$/i;

/**
 * Judges priorityClassName of what others depend on: the parts of the cluster itself, what leads traffic in, what
 * answers webhooks that must not fail, and what a label calls critical; and whether the cluster has a class of its own.
 * A default for all sets nobody apart.
 */
export const criticalWorkloadWithoutPriority = check({
  id: "critical-workload-without-priority",
  title: "Workload that others depend on has no priority",
  severity: "medium",
  layer: "cluster",
  dimension: "disaster-recovery",
  concern: "quality-of-service",
  references: [],
  why: "When nodes are lost there is not room for all. Then the scheduler takes pods in the order of their priority: if the DNS, the network, the ingress controller or a webhook that must answer waits behind a report, everything else is down although most of it runs.",
  seeByHand:
    "kubectl get priorityclasses; kubectl get deploy,daemonset,statefulset -A -o custom-columns='NS:.metadata.namespace,NAME:.metadata.name,CLASS:.spec.template.spec.priorityClassName'",
  fix: "Give the cluster's own parts system-cluster-critical (system-node-critical for agents of the node), and define a class of your own for the business's most important workloads. Name it on few: where all are critical, none is. A higher class pushes lower pods off full nodes, so try it before the day that needs it.",
  before: `apiVersion: v1
kind: Service
metadata: { name: web, namespace: edge }
spec: { type: LoadBalancer, selector: { app: web }, ports: [{ port: 443 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: edge }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: controller, image: "registry.k8s.io/ingress-nginx/controller:v1.14.0" }]
`,
  after: `apiVersion: v1
kind: Service
metadata: { name: web, namespace: edge }
spec: { type: LoadBalancer, selector: { app: web }, ports: [{ port: 443 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: edge }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      priorityClassName: system-cluster-critical
      containers: [{ name: controller, image: "registry.k8s.io/ingress-nginx/controller:v1.14.0" }]
`,
  of: "cluster",
  look: (index) => {
    const critical = index.workloads.flatMap((workload) => {
      const reason = isJudged(workload) ? whyCritical(workload, index) : null;
      return reason === null ? [] : [{ workload, reason }];
    });
    const faults = critical.flatMap(({ workload, reason }): Fault[] => {
      const name = workload.pod.priorityClassName;
      if (typeof name === "string" && name !== "") return [];
      const { object, at, lineOf } = workload;
      const on = { object, at, ...(lineOf ? { lineOf } : {}) };
      return [
        { on, field: `${workload.podField}.priorityClassName`, message: `${reason}, and it has no priority class` },
      ];
    });
    const classes = index.ofKind("PriorityClass").map(({ object }) => object.metadata.name);
    // Every running cluster has two classes of its own; none at all means that they were not collected.
    if (isWholeCluster(index) && classes.length > 0 && classes.every((name) => name.startsWith("system-")))
      faults.push({ field: "", message: "no PriorityClass is defined beside those that Kubernetes brings along" });
    if (faults.length > 0 || critical.length > 0 || isWholeCluster(index)) return faults;
    return notAssessable("nothing in the snapshot is known to be critical, and it is not a whole cluster");
  },
});

function isJudged({ ref, object, replicas }: Workload): boolean {
  return KINDS.has(ref.kind) && ref.kind === object.kind && replicas !== 0;
}

/** Why others depend on the workload, in words; null when nothing says so. */
function whyCritical(workload: Workload, index: ClusterIndex): string | null {
  const part = runningByWorkload(index, CLUSTER_PARTS).get(workload)?.program;
  if (part !== undefined) return `it is a part of the cluster itself (${part})`;
  const webhook = webhooksBehind(index, "all").get(workload);
  if (webhook !== undefined) return `the API server must ask it for "${webhook}"`;
  const labels = Object.entries({ ...recordOf(workload.object.metadata.labels), ...podLabelsOf(workload) });
  const label = labels.find(([key, value]) => CRITICALITY.test(key) && HIGHEST.test(String(value)));
  if (label) return `its label ${label[0]} says ${label[1]}`;
  const edge = edgeProgramOf(workload, index);
  const leadsIn = workload.pod.hostNetwork === true || waysFromInternet(workload, index).length > 0;
  return edge !== undefined && leadsIn ? `traffic from outside comes through it (${edge})` : null;
}

/** The workloads that answer admission webhooks which fail closed, with the name of one. */
const webhooksBehind = oncePerIndex((index: ClusterIndex, _: "all"): ReadonlyMap<Workload, string> => {
  const configurations = ["ValidatingWebhookConfiguration", "MutatingWebhookConfiguration"].flatMap(index.ofKind);
  const pairs = configurations.flatMap(({ object }) =>
    recordsOf(object.webhooks).flatMap(({ entry }) => {
      const { namespace, name } = recordOf(recordOf(entry.clientConfig).service);
      if (entry.failurePolicy === "Ignore" || typeof namespace !== "string" || typeof name !== "string") return [];
      const service = objectNamed(index, "Service", namespace, name);
      const behind = service ? workloadsBehind(service.object, index) : [];
      return behind.map((workload) => [workload, String(entry.name ?? object.metadata.name)] as const);
    }),
  );
  return new Map(pairs);
});
