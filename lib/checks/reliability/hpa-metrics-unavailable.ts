import { check, type Fault, notAssessable } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { hpaCondition } from "../reading/hpa-conditions.ts";
import { sayOnceOfKind } from "../reading/say-once.ts";

/** Reasons by which an autoscaler rests on purpose: its target is scaled to nothing, or it waits after the last change. */
const RESTING: ReadonlySet<string> = new Set(["ScalingDisabled", "BackoffBoth", "BackoffDownscale", "BackoffUpscale"]);

/** Judges the conditions ScalingActive and AbleToScale of a HorizontalPodAutoscaler. */
export const hpaMetricsUnavailable = check({
  id: "hpa-metrics-unavailable",
  title: "Autoscaler cannot work",
  severity: "medium",
  layer: "cluster",
  dimension: "scalability",
  concern: null,
  references: [],
  why: "The autoscaler is there, so everybody counts on it, and it stands still: it gets no metrics, or it cannot change what it scales. At the next peak the number of pods stays where it was.",
  seeByHand: "kubectl get hpa -A; kubectl -n shop describe hpa web",
  fix: "Read the message. Failed to get cpu utilization: metrics-server does not answer, or a container (a sidecar too) has no request to measure against. Unable to fetch external or custom metrics: the adapter or its query. FailedGetScale: the target is gone or named wrong. Alert on the condition; nothing else tells.",
  before: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec: { minReplicas: 2, maxReplicas: 6, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web } }
status:
  conditions: [{ type: ScalingActive, status: "False", reason: FailedGetResourceMetric }]
`,
  after: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec: { minReplicas: 2, maxReplicas: 6, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web } }
status:
  conditions: [{ type: ScalingActive, status: "True", reason: ValidMetricFound }]
`,
  of: "object",
  kinds: ["HorizontalPodAutoscaler"],
  look: (located, index) => {
    const active = hpaCondition(located.object, "ScalingActive");
    const able = hpaCondition(located.object, "AbleToScale");
    if (!active && !able) {
      if (index.live && Object.keys(recordOf(located.object.status)).length > 0)
        return notAssessable("the autoscaler does not say how it goes");
      return sayOnceOfKind(located, index, "manifests do not show how autoscalers go: scan the running cluster");
    }
    const faults: Fault[] = [];
    if (active?.status === "False" && !RESTING.has(active.reason))
      faults.push({ field: active.field, message: `it does not get the metrics that it scales by${active.words}` });
    if (able?.status === "False" && !RESTING.has(able.reason))
      faults.push({ field: able.field, message: `it cannot change the number of pods${able.words}` });
    return faults;
  },
});
