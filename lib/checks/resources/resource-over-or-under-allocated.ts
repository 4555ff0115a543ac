import { check, NOT_APPLICABLE } from "../check.ts";
import { nameInWords } from "../reading/name-in-words.ts";
import { amountInWords, type Measured, measuredOf, whyUnmeasured } from "../reading/pod-usage.ts";
import { parseQuantity } from "../reading/quantity.ts";

/** Below a fifth of its request, or above twice of it. Wide, for one measure shows one moment and not the busy day. */
const LEAST = 0.2;
const MOST = 2;
/** Differences that are worth a change, for each pod: a tenth of a core, 128 MiB. */
const WORTH: Readonly<Record<"cpu" | "memory", number>> = { cpu: 0.1, memory: 128 * 1024 ** 2 };
const RESOURCES = ["cpu", "memory"] as const;

/**
 * Compares what metrics-server measured (PodMetrics) with the requests, on average over the pods of a workload. What
 * requests nothing is cpu-request-missing and memory-request-missing.
 */
export const resourceOverOrUnderAllocated = check({
  id: "resource-over-or-under-allocated",
  title: "Container asks for far more or less than it uses",
  severity: "low",
  layer: "container",
  dimension: "scalability",
  concern: null,
  references: [],
  why: "What is asked for and not used is paid for and idle: the cluster is full by its books and empty by its meters. What uses far more than it asks for lives on what others leave: the scheduler puts too much on its node, and when it becomes tight this pod is slowed down or evicted first.",
  seeByHand:
    "kubectl top pods -A --containers; kubectl get pods -A -o custom-columns='NS:.metadata.namespace,POD:.metadata.name,CPU:.spec.containers[*].resources.requests.cpu,MEMORY:.spec.containers[*].resources.requests.memory'",
  fix: "Set requests to what it uses on a busy day, by a week of measures or the recommendations of a VerticalPodAutoscaler in mode Off. Start with the largest gaps. Leave room where load comes suddenly or where a start needs more than the rest of the day; one measure at a quiet hour proves little.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2", resources: { requests: { cpu: "2", memory: 1Gi } } }] }
status: { phase: Running }
---
apiVersion: metrics.k8s.io/v1beta1
kind: PodMetrics
metadata: { name: web, namespace: shop }
containers: [{ name: web, usage: { cpu: 40m, memory: 900Mi } }]
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2", resources: { requests: { cpu: 100m, memory: 1Gi } } }] }
status: { phase: Running }
---
apiVersion: metrics.k8s.io/v1beta1
kind: PodMetrics
metadata: { name: web, namespace: shop }
containers: [{ name: web, usage: { cpu: 40m, memory: 900Mi } }]
`,
  asksProviders: true,
  of: "workload",
  look: (workload, index) => {
    const measured = measuredOf(workload, index);
    if (measured.length === 0) return whyUnmeasured(workload, index);
    const sums = measured.flatMap(({ name, field, pods }) =>
      RESOURCES.flatMap((resource) => {
        const sum = sumOf(pods, resource);
        return sum === null ? [] : [{ name, field: field(`resources.requests.${resource}`), resource, sum }];
      }),
    );
    if (sums.length === 0) return NOT_APPLICABLE;
    return sums.flatMap(({ name, field, resource, sum: { asked, used } }) => {
      const share = used / asked;
      if (Math.abs(asked - used) < WORTH[resource] || (share >= LEAST && share <= MOST)) return [];
      const seen = `requests ${amountInWords(resource, asked)} of ${resource} and uses ${amountInWords(resource, used)}`;
      return [{ field, message: `${nameInWords("container", name)} ${seen} (${Math.round(share * 100)} %)` }];
    });
  },
});

/** What one pod asks for and uses on average; null where it asks for nothing or nothing was measured. */
function sumOf(pods: Measured["pods"], resource: "cpu" | "memory"): { asked: number; used: number } | null {
  const known = pods.flatMap(({ usage, requests, limits }) => {
    const asked = parseQuantity(requests[resource] ?? limits[resource]);
    const used = parseQuantity(usage[resource]);
    return asked !== null && asked > 0 && used !== null ? [{ asked, used }] : [];
  });
  if (known.length === 0) return null;
  const average = (key: "asked" | "used") => known.reduce((sum, one) => sum + one[key], 0) / known.length;
  return { asked: average("asked"), used: average("used") };
}
