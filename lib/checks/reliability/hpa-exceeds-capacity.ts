import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { LocatedObject } from "#lib/kubernetes/object.ts";
import { check, type Fault, NOT_APPLICABLE, notAssessable, PASS } from "../check.ts";
import { roomLeft } from "../reading/cluster-room.ts";
import { recordOf } from "../reading/entries.ts";
import { namespaceOf, objectNamed } from "../reading/namespaced.ts";
import { nodeAutoscalerOf } from "../reading/node-autoscaler.ts";
import { podAmount } from "../reading/pod-amounts.ts";
import { amountInWords } from "../reading/pod-usage.ts";
import { showsPlacement } from "../reading/pods-on-nodes.ts";
import { isWholeCluster } from "../reading/presence.ts";
import { workloadOf } from "../reading/workload-of.ts";

const RESOURCES = ["cpu", "memory"] as const;
const MANIFESTS = "the snapshot does not show the nodes and what runs on them: scan the running cluster";

/**
 * Judges what the pods request that each HorizontalPodAutoscaler may still add, alone and all together, against what
 * the nodes can give beyond what is asked of them. Where nodes come by themselves there is room.
 */
export const hpaExceedsCapacity = check({
  id: "hpa-exceeds-capacity",
  title: "Autoscaler promises more pods than the nodes can hold",
  severity: "medium",
  layer: "cluster",
  dimension: "scalability",
  concern: null,
  references: [],
  why: "The autoscaler counts on room that is not there. At the peak it asks for more pods, they wait as Pending, and those that run carry all of the load; what should have been the way out ends as a list of pods without a node.",
  seeByHand: "kubectl get hpa -A; kubectl describe nodes | grep -A 8 'Allocated resources'",
  fix: "Multiply maxReplicas by what one pod requests and hold it against the room that is left. Add nodes, or an autoscaler for nodes with a limit that fits; lower requests that were guessed; or lower maxReplicas to what can run, so that the number tells the truth. Count all autoscalers together: peaks come on the same day.",
  before: `apiVersion: v1
kind: Node
metadata: { name: worker-1 }
status: { allocatable: { cpu: "4", memory: 8Gi } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2", resources: { requests: { cpu: 500m, memory: 256Mi } } }] }
---
apiVersion: v1
kind: Pod
metadata: { name: web-a, namespace: shop, ownerReferences: [{ apiVersion: apps/v1, kind: Deployment, name: web, uid: "1", controller: true }] }
spec: { nodeName: worker-1, containers: [{ name: web, image: "registry.example/shop/web:1.4.2", resources: { requests: { cpu: 500m, memory: 256Mi } } }] }
status: { phase: Running }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, minReplicas: 1, maxReplicas: 20 }
status: { currentReplicas: 1 }
`,
  after: `apiVersion: v1
kind: Node
metadata: { name: worker-1 }
status: { allocatable: { cpu: "4", memory: 8Gi } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2", resources: { requests: { cpu: 500m, memory: 256Mi } } }] }
---
apiVersion: v1
kind: Pod
metadata: { name: web-a, namespace: shop, ownerReferences: [{ apiVersion: apps/v1, kind: Deployment, name: web, uid: "1", controller: true }] }
spec: { nodeName: worker-1, containers: [{ name: web, image: "registry.example/shop/web:1.4.2", resources: { requests: { cpu: 500m, memory: 256Mi } } }] }
status: { phase: Running }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, minReplicas: 1, maxReplicas: 6 }
status: { currentReplicas: 1 }
`,
  of: "cluster",
  look: (index) => {
    const autoscalers = index.ofKind("HorizontalPodAutoscaler");
    if (autoscalers.length === 0) return index.live ? NOT_APPLICABLE : notAssessable(MANIFESTS);
    if (!isWholeCluster(index) || !showsPlacement(index)) return notAssessable(MANIFESTS);
    if (nodeAutoscalerOf(index) !== null) return PASS;
    const bursts = autoscalers.flatMap((hpa) => burstOf(hpa, index));
    return RESOURCES.flatMap((resource) => {
      const room = roomLeft(index, resource);
      if (room === null) return [];
      const alone = bursts.flatMap((burst) => faultOf(burst, resource, room));
      const sum = bursts.reduce((total, { needs }) => total + needs[resource], 0);
      if (alone.length > 0 || sum <= room) return alone;
      const message = `together the autoscalers may ask for ${amountInWords(resource, sum)} more ${resource}; ${leftInWords(resource, room)}`;
      return [{ field: "", message }];
    });
  },
});

type Burst = { on: LocatedObject; most: number; needs: Record<"cpu" | "memory", number> };

/** What the pods need that an autoscaler may add to those that run. */
function burstOf(hpa: LocatedObject, index: ClusterIndex): Burst[] {
  const { scaleTargetRef, maxReplicas: most } = recordOf(hpa.object.spec);
  const { kind, name } = recordOf(scaleTargetRef);
  if (typeof most !== "number" || typeof kind !== "string" || typeof name !== "string") return [];
  const target = objectNamed(index, kind, namespaceOf(hpa.object), name);
  const workload = target && workloadOf(target.object, index);
  if (!workload) return [];
  const pods = index.podsOf(workload);
  const { currentReplicas } = recordOf(hpa.object.status);
  const runs = typeof currentReplicas === "number" ? currentReplicas : (workload.replicas ?? 1);
  const pod = pods[0] ?? { ...workload.object, spec: workload.pod };
  const needs = (resource: "cpu" | "memory") => Math.max(0, most - runs) * podAmount(pod, "requests", resource);
  return [{ on: hpa, most, needs: { cpu: needs("cpu"), memory: needs("memory") } }];
}

function faultOf({ on, most, needs }: Burst, resource: "cpu" | "memory", room: number): Fault[] {
  if (needs[resource] <= room) return [];
  const wants = `up to ${most} pods it asks for ${amountInWords(resource, needs[resource])} more ${resource}`;
  return [{ on, field: "spec.maxReplicas", message: `${wants}; ${leftInWords(resource, room)}` }];
}

function leftInWords(resource: "cpu" | "memory", room: number): string {
  return room <= 0 ? "the nodes have none left" : `the nodes have ${amountInWords(resource, room)} left`;
}
