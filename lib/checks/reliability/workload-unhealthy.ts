import { check, NOT_APPLICABLE, PASS } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { isWholeCluster } from "../reading/presence.ts";
import { sayOnceOfWorkload } from "../reading/say-once.ts";

const KINDS: ReadonlySet<string> = new Set([
  "Deployment",
  "StatefulSet",
  "DaemonSet",
  "ReplicaSet",
  "ReplicationController",
  "DeploymentConfig",
  "Rollout",
]);

/**
 * Compares the count of ready pods that the controller keeps in the status with what the workload wants. What is scaled
 * to nothing wants none. A manifest has no status and cannot be judged.
 */
export const workloadUnhealthy = check({
  id: "workload-unhealthy",
  title: "Fewer pods are ready than wanted",
  severity: "medium",
  layer: "container",
  dimension: "monitoring-health",
  concern: null,
  references: [],
  why: "The replicas that should be there for a failure are already used up. What is left carries all of the load, and the next ordinary event, a node that is patched or a pod that crashes, becomes an outage.",
  seeByHand: "kubectl get deploy,statefulset,daemonset -A",
  fix: "Look at the pods that are not ready: kubectl describe tells of images, room and probes, kubectl logs --previous of crashes. While a rollout goes on some may be missing for a minute; look again. Then alert on it, with a few minutes of patience.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }]
status: { replicas: 3, readyReplicas: 1 }
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }]
status: { replicas: 3, readyReplicas: 3 }
`,
  asksProviders: true,
  of: "workload",
  look: (workload, index) => {
    const { object, replicas } = workload;
    if (!KINDS.has(object.kind)) return NOT_APPLICABLE;
    const { readyReplicas, numberReady, desiredNumberScheduled } = recordOf(object.status);
    const counts = Object.values(recordOf(object.status)).some((value) => typeof value === "number");
    if (!counts) {
      const reason = "the workloads have no status here: scan the running cluster";
      return index.live && isWholeCluster(index) ? NOT_APPLICABLE : sayOnceOfWorkload(workload, index, reason);
    }
    const isDaemon = object.kind === "DaemonSet";
    const wanted = isDaemon ? desiredNumberScheduled : replicas;
    if (typeof wanted !== "number" || wanted === 0) return NOT_APPLICABLE;
    const known = isDaemon ? numberReady : readyReplicas;
    // The API leaves a count of zero out.
    const ready = typeof known === "number" ? known : 0;
    if (ready >= wanted) return PASS;
    const field = isDaemon ? "status.numberReady" : "status.readyReplicas";
    return [{ field, message: `${ready} of ${wanted} pods are ready` }];
  },
});
