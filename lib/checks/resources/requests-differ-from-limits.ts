import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { containersOf } from "#lib/kubernetes/containers.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { check, type Fault, NOT_APPLICABLE } from "../check.ts";
import { defaultOf, isAmount, type Resource } from "../reading/compute-resource.ts";
import { recordOf } from "../reading/entries.ts";
import { nameInWords } from "../reading/name-in-words.ts";
import { isMirrorPod } from "../reading/pod-template.ts";
import { parseQuantity } from "../reading/quantity.ts";

/**
 * Compares requests with limits, for memory and for CPU, of each container, or of the whole pod where that is set. Allowed:
 * the same amount, which makes the pod's quality of service Guaranteed; a request that is not set is the limit. Without a
 * limit there is nothing to compare: cpu-limit-missing and memory-limit-missing say so.
 */
export const requestsDifferFromLimits = check({
  id: "requests-differ-from-limits",
  title: "Request is lower than the limit",
  severity: "low",
  layer: "container",
  dimension: "scalability",
  concern: null,
  references: ["k8s checklist"],
  why: "The scheduler counts requests, the application uses up to its limit. When several pods of a node use what they may at the same time, memory runs out, and the kernel kills one that was well within its limit; with CPU they slow each other down. It happens at the peak, and to the neighbour.",
  seeByHand:
    "kubectl get pods -A -o custom-columns='NS:.metadata.namespace,POD:.metadata.name,QOS:.status.qosClass,REQUESTS:.spec.containers[*].resources.requests,LIMITS:.spec.containers[*].resources.limits'",
  fix: "Set requests to the limits for what must neither be killed nor slowed down: databases, queues, everything at the edge. Where only memory matters, leave the CPU limit out rather than far above the request. It reserves the peak, so nodes hold fewer pods; lower limits that were guessed first. For development and batch a gap is an ordinary bet; accept it there.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example/shop/web:1.4.2
          resources: { requests: { memory: 128Mi }, limits: { memory: 512Mi } }
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example/shop/web:1.4.2
          resources: { requests: { memory: 256Mi }, limits: { memory: 256Mi } }
`,
  of: "workload",
  look: (workload, index) => {
    if (isMirrorPod(workload)) return NOT_APPLICABLE;
    const judged = RESOURCES.flatMap((resource) =>
      levelsOf(workload, resource).map((level) => differenceIn(level, resource, workload, index)),
    );
    const decided = judged.filter((faults) => faults !== null);
    return decided.length === 0 ? NOT_APPLICABLE : decided.flat();
  },
});

const RESOURCES = ["memory", "cpu"] as const;

/** Where a request and a limit stand: on the whole pod, which wins, or on each container. */
type Level = { who: string; field: string; request: unknown; limit: unknown };

function levelsOf(workload: Workload, resource: Resource): Level[] {
  const whole = levelOf("the pod", `${workload.podField}.resources`, workload.pod.resources, resource);
  if (isAmount(whole.request) || isAmount(whole.limit)) return [whole];
  return containersOf(workload)
    .filter(({ role }) => role !== "ephemeral")
    .map(({ container, field }) =>
      levelOf(nameInWords("container", container.name), `${field}.resources`, container.resources, resource),
    );
}

function levelOf(who: string, field: string, resources: unknown, resource: Resource): Level {
  const { requests, limits } = recordOf(resources);
  return { who, field, request: recordOf(requests)[resource], limit: recordOf(limits)[resource] };
}

/** What is wrong between the two; null where one of them is missing, so that there is nothing to compare. */
function differenceIn(
  { who, field, request, limit }: Level,
  resource: Resource,
  workload: Workload,
  index: ClusterIndex,
): Fault[] | null {
  const most = isAmount(limit) ? limit : defaultOf(workload, index, "limits", resource);
  const least = isAmount(request)
    ? request
    : isAmount(limit)
      ? limit
      : defaultOf(workload, index, "requests", resource);
  const [asked, allowed] = [parseQuantity(least), parseQuantity(most)];
  if (asked === null || allowed === null) return null;
  if (asked === allowed) return [];
  return [
    { field: `${field}.requests.${resource}`, message: `${who} requests ${least} of ${resource} and may use ${most}` },
  ];
}
