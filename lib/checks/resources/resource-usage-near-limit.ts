import { check, NOT_APPLICABLE } from "../check.ts";
import { nameInWords } from "../reading/name-in-words.ts";
import { amountInWords, type Measured, measuredOf, whyUnmeasured } from "../reading/pod-usage.ts";
import { parseQuantity } from "../reading/quantity.ts";

/**
 * The share of its limit from which a container is near it. Nine tenths: runtimes that know their limit (the heap of a JVM)
 * fill three quarters of it by design, and that is no fault.
 */
const NEAR: Readonly<Record<"cpu" | "memory", number>> = { cpu: 0.9, memory: 0.9 };
const RESOURCES = ["cpu", "memory"] as const;

/**
 * Judges what metrics-server measured (PodMetrics) against the limits of the running containers. What has no limit is
 * not judged here.
 */
export const resourceUsageNearLimit = check({
  id: "resource-usage-near-limit",
  title: "Container uses nearly all that it may",
  severity: "medium",
  layer: "container",
  dimension: "scalability",
  concern: null,
  references: [],
  why: "At its memory limit the container is killed, in the middle of whatever it does; at its CPU limit it waits in every tenth of a second, answers late and fails its probes. From here the next larger request is enough.",
  seeByHand: "kubectl top pods -A --containers",
  fix: "Look at a week of measures before you act: one measure may be a peak. If it is the ordinary state, raise the limit and the request with it, or spread the load over more replicas. If memory only ever rises, it is a leak, and a higher limit only puts the end off.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2", resources: { limits: { cpu: 500m, memory: 256Mi } } }] }
status: { phase: Running }
---
apiVersion: metrics.k8s.io/v1beta1
kind: PodMetrics
metadata: { name: web, namespace: shop }
containers: [{ name: web, usage: { cpu: 120m, memory: 250Mi } }]
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2", resources: { limits: { cpu: 500m, memory: 512Mi } } }] }
status: { phase: Running }
---
apiVersion: metrics.k8s.io/v1beta1
kind: PodMetrics
metadata: { name: web, namespace: shop }
containers: [{ name: web, usage: { cpu: 120m, memory: 250Mi } }]
`,
  asksProviders: true,
  of: "workload",
  look: (workload, index) => {
    const measured = measuredOf(workload, index);
    if (measured.length === 0) return whyUnmeasured(workload, index);
    const limited = measured.filter(({ pods }) => RESOURCES.some((resource) => sharesOf(pods, resource).length > 0));
    if (limited.length === 0) return NOT_APPLICABLE;
    return limited.flatMap(({ name, field, pods }) =>
      RESOURCES.flatMap((resource) => {
        const shares = sharesOf(pods, resource);
        const high = shares.filter(({ share }) => share >= NEAR[resource]).sort((a, b) => b.share - a.share);
        const [worst] = high;
        if (!worst) return [];
        const among = shares.length > 1 ? ` (${high.length} of ${shares.length} pods)` : "";
        const seen = `${Math.round(worst.share * 100)} % of its ${resource} limit of ${amountInWords(resource, worst.limit)}`;
        return [
          {
            field: field(`resources.limits.${resource}`),
            message: `${nameInWords("container", name)} uses ${seen}${among}`,
          },
        ];
      }),
    );
  },
});

/** For each pod whose container has a limit: how much of it is in use. */
function sharesOf(pods: Measured["pods"], resource: "cpu" | "memory"): { share: number; limit: number }[] {
  return pods.flatMap(({ usage, limits }) => {
    const limit = parseQuantity(limits[resource]);
    const used = parseQuantity(usage[resource]);
    return limit !== null && limit > 0 && used !== null ? [{ share: used / limit, limit }] : [];
  });
}
