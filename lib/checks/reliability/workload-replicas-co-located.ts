import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { check, NOT_APPLICABLE, notAssessable, PASS } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { zoneOf } from "../reading/node-zone.ts";
import { oncePerIndex } from "../reading/once-per-index.ts";
import { sayOnceOfWorkload } from "../reading/say-once.ts";

/** Kinds whose pods stand in for each other. DaemonSets are spread by their nature, jobs end. */
const STAND_INS: ReadonlySet<string> = new Set([
  "Deployment",
  "StatefulSet",
  "ReplicaSet",
  "ReplicationController",
  "DeploymentConfig",
  "Rollout",
]);

/**
 * Judges where the pods of a workload really run. Two or more on a single node of several fail, and so do two or more in a
 * single zone of several. What a cluster of one node or one zone cannot spread is not the workload's fault.
 */
export const workloadReplicasCoLocated = check({
  id: "workload-replicas-co-located",
  title: "All replicas run in one place",
  severity: "medium",
  layer: "container",
  dimension: "architecture",
  concern: null,
  references: [],
  why: "Several replicas look like safety. When they share a node or a zone, one failed machine or one maintenance window takes all of them at once, and the count only hid it.",
  seeByHand: "kubectl get pods -A -o wide --sort-by=.spec.nodeName; kubectl get nodes -L topology.kubernetes.io/zone",
  fix: "Add topologySpreadConstraints over kubernetes.io/hostname and topology.kubernetes.io/zone, with whenUnsatisfiable: ScheduleAnyway where a start matters more than the place. They count when a pod is placed, not later: restart the rollout once, or run the descheduler. Volumes that live in one zone hold their pods there; such data needs replication of its own.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { replicas: 2, selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }] } } }
---
apiVersion: v1
kind: Pod
metadata: { name: web-a, namespace: shop, ownerReferences: [{ apiVersion: apps/v1, kind: Deployment, name: web, uid: "1", controller: true }] }
spec: { nodeName: worker-1, containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }] }
status: { phase: Running }
---
apiVersion: v1
kind: Pod
metadata: { name: web-b, namespace: shop, ownerReferences: [{ apiVersion: apps/v1, kind: Deployment, name: web, uid: "1", controller: true }] }
spec: { nodeName: worker-1, containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }] }
status: { phase: Running }
---
apiVersion: v1
kind: Node
metadata: { name: worker-1 }
---
apiVersion: v1
kind: Node
metadata: { name: worker-2 }
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { replicas: 2, selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }] } } }
---
apiVersion: v1
kind: Pod
metadata: { name: web-a, namespace: shop, ownerReferences: [{ apiVersion: apps/v1, kind: Deployment, name: web, uid: "1", controller: true }] }
spec: { nodeName: worker-1, containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }] }
status: { phase: Running }
---
apiVersion: v1
kind: Pod
metadata: { name: web-b, namespace: shop, ownerReferences: [{ apiVersion: apps/v1, kind: Deployment, name: web, uid: "1", controller: true }] }
spec: { nodeName: worker-2, containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }] }
status: { phase: Running }
---
apiVersion: v1
kind: Node
metadata: { name: worker-1 }
---
apiVersion: v1
kind: Node
metadata: { name: worker-2 }
`,
  of: "workload",
  look: (workload, index) => {
    const nodes = index.podsOf(workload).filter(isRunning).map(nodeOf);
    if (nodes.length === 0 && !index.live)
      return sayOnceOfWorkload(workload, index, "manifests do not show where pods run: scan the running cluster");
    if (!STAND_INS.has(workload.ref.kind) || workload.replicas === 0) return NOT_APPLICABLE;
    if (nodes.length === 0) {
      const wanted = workload.replicas ?? 1;
      return wanted > 1 ? notAssessable("no pod of this workload that has a node is in the snapshot") : NOT_APPLICABLE;
    }
    if (nodes.length < 2) return NOT_APPLICABLE;
    const places = placesOf(index, "all");
    const field = `${workload.podField}.topologySpreadConstraints`;
    const [node] = nodes;
    if (new Set(nodes).size === 1) {
      if (places.nodes < 2) return NOT_APPLICABLE;
      return [{ field, message: `all ${nodes.length} pods run on node ${node}` }];
    }
    const zones = nodes.map((name) => places.zoneOf.get(name));
    const [zone] = zones;
    if (places.zones > 1 && zone !== undefined && zones.every((each) => each === zone))
      return [{ field, message: `all ${nodes.length} pods run in zone ${zone}` }];
    return PASS;
  },
});

function nodeOf(pod: KubernetesObject): string {
  return String(recordOf(pod.spec).nodeName);
}

function isRunning(pod: KubernetesObject): boolean {
  const { nodeName } = recordOf(pod.spec);
  const { phase } = recordOf(pod.status);
  const isLeaving = pod.metadata.deletionTimestamp !== undefined;
  return typeof nodeName === "string" && nodeName !== "" && !isLeaving && phase !== "Succeeded" && phase !== "Failed";
}

type Places = { nodes: number; zones: number; zoneOf: ReadonlyMap<string, string> };

/** Nodes and zones of the cluster; where no Node was collected, the nodes that pods name. */
const placesOf = oncePerIndex((index: ClusterIndex, _: "all"): Places => {
  const nodes = index.ofKind("Node").map(({ object }) => object);
  const named = index.ofKind("Pod").flatMap(({ object }) => (isRunning(object) ? [nodeOf(object)] : []));
  const zoned = nodes.flatMap((node) => {
    const zone = zoneOf(node);
    return zone === undefined ? [] : [[node.metadata.name, zone] as const];
  });
  return {
    nodes: nodes.length > 0 ? nodes.length : new Set(named).size,
    zones: new Set(zoned.map(([, zone]) => zone)).size,
    zoneOf: new Map(zoned),
  };
});
