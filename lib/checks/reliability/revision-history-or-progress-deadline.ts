import { check, type Fault, NOT_APPLICABLE } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { ageInWords } from "../reading/snapshot-age.ts";

/** Seconds. Whoever waits longer than an hour for one step of a rollout has gone home. */
const LONGEST_DEADLINE = 3600;
/** The largest number of the field, by which it is switched off. */
const NO_DEADLINE = 2_147_483_647;
const HAS_DEADLINE: ReadonlySet<string> = new Set(["Deployment", "Rollout"]);
const KEEPS_HISTORY: ReadonlySet<string> = new Set([...HAS_DEADLINE, "StatefulSet", "DaemonSet", "DeploymentConfig"]);

/**
 * Restricted fields: spec.revisionHistoryLimit (10 unless set) and spec.progressDeadlineSeconds (600 unless set; none
 * in extensions/v1beta1). Allowed: 1 and more of the former, at most an hour of the latter.
 */
export const revisionHistoryOrProgressDeadline = check({
  id: "revision-history-or-progress-deadline",
  title: "No way back, or no word of a stuck rollout",
  severity: "low",
  layer: "container",
  dimension: "ci-cd",
  concern: null,
  references: [],
  why: "With no old revision kept, kubectl rollout undo has nowhere to go: at the moment when seconds count, somebody has to find the last good manifest. With no deadline a rollout that hangs is never reported as failed; the pipeline waits, or shows green.",
  seeByHand:
    "kubectl get deploy,statefulset,daemonset -A -o custom-columns=KIND:.kind,NS:.metadata.namespace,NAME:.metadata.name,HISTORY:.spec.revisionHistoryLimit,DEADLINE:.spec.progressDeadlineSeconds",
  fix: "Leave revisionHistoryLimit at its default of 10, or keep 2 to 5 where old ReplicaSets clutter your lists. Leave progressDeadlineSeconds at 600, or set it to a little more than your slowest rollout of one pod takes. If you only ever go back by Git, accept the first one.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  revisionHistoryLimit: 0
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }]
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  revisionHistoryLimit: 5
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }]
`,
  of: "workload",
  look: ({ object, ref }) => {
    if (!KEEPS_HISTORY.has(object.kind) || ref.kind !== object.kind) return NOT_APPLICABLE;
    const { revisionHistoryLimit: history, progressDeadlineSeconds: deadline } = recordOf(object.spec);
    const faults: Fault[] = [];
    if (history === 0)
      faults.push({ field: "spec.revisionHistoryLimit", message: "no old revision is kept to go back to" });
    if (!HAS_DEADLINE.has(object.kind)) return faults;
    const field = "spec.progressDeadlineSeconds";
    const isOld = object.apiVersion === "extensions/v1beta1";
    if (typeof deadline === "number" ? deadline >= NO_DEADLINE : isOld)
      faults.push({ field, message: "a rollout that hangs is never reported" });
    else if (typeof deadline === "number" && deadline > LONGEST_DEADLINE)
      faults.push({ field, message: `a rollout that hangs is reported after ${ageInWords(deadline / 3600)} only` });
    return faults;
  },
});
