import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { check, type Fault } from "../check.ts";
import { conditionOf } from "../reading/condition.ts";
import { whyNoStatus } from "../reading/container-status.ts";
import { recordOf } from "../reading/entries.ts";
import { eventsAbout } from "../reading/events-about.ts";
import { reasonInWords } from "../reading/reason-in-words.ts";

/**
 * Judges the pods of a workload by their condition PodScheduled, or where the status lacks it by their FailedScheduling
 * events. A pod that waits for a scheduling gate waits on purpose.
 */
export const podUnschedulable = check({
  id: "pod-unschedulable",
  title: "No node takes the pod",
  severity: "medium",
  layer: "cluster",
  dimension: "scalability",
  concern: null,
  references: [],
  why: "Replicas that were asked for do not exist. What runs carries their share of the load, a rollout stands still, and when a node fails its pods have nowhere to go, since not even these found a place.",
  seeByHand:
    "kubectl get pods -A --field-selector=status.phase=Pending; kubectl get events -A --field-selector=reason=FailedScheduling",
  fix: "Read the scheduler's sentence: Insufficient cpu or memory asks for nodes or smaller requests, untolerated taints and affinity for a rule that fits the nodes that there are, unbound volumes for storage in the right zone. Requests set far above what is used are the cheapest room to win. Where nodes come by themselves, see why the autoscaler did not add one.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2", resources: { requests: { memory: 64Gi } } }] }
status:
  phase: Pending
  conditions:
    - { type: PodScheduled, status: "False", reason: Unschedulable, message: "0/3 nodes are available: 3 Insufficient memory." }
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2", resources: { requests: { memory: 2Gi } } }] }
status:
  phase: Running
  conditions: [{ type: PodScheduled, status: "True" }]
`,
  asksProviders: true,
  of: "workload",
  look: (workload, index) => {
    const pods = index.podsOf(workload).filter((pod) => recordOf(pod.status).phase !== undefined);
    if (pods.length === 0) return whyNoStatus(workload, index);
    const stuck = pods.flatMap((pod) => unscheduled(pod, index).map((fault) => ({ pod, fault })));
    const [first] = stuck;
    if (!first) return [];
    if (pods.length === 1 && first.pod === workload.object) return [first.fault];
    const field = first.pod === workload.object ? first.fault.field : workload.podField;
    return [{ field, message: `${stuck.length} of ${pods.length} pods: ${first.fault.message}` }];
  },
});

function unscheduled(pod: KubernetesObject, index: ClusterIndex): Fault[] {
  if (recordOf(pod.status).phase !== "Pending" || recordOf(pod.spec).nodeName) return [];
  const message = (words: string) => `the scheduler finds no node for pod "${pod.metadata.name}"${words}`;
  const scheduled = conditionOf(pod, "PodScheduled");
  if (scheduled) {
    if (scheduled.status !== "False" || scheduled.reason === "SchedulingGated") return [];
    return [{ field: scheduled.field, message: message(scheduled.words) }];
  }
  const event = eventsAbout(pod, index).findLast(({ object }) => object.reason === "FailedScheduling");
  if (!event) return [];
  return [
    { field: "status.phase", message: message(reasonInWords({ message: event.object.message ?? event.object.note })) },
  ];
}
