import { check, type Fault, NOT_APPLICABLE, notAssessable } from "../check.ts";
import { conditionOf, hasConditions } from "../reading/condition.ts";
import { recordOf } from "../reading/entries.ts";
import { reasonInWords } from "../reading/reason-in-words.ts";
import { sayOnceOfWorkload } from "../reading/say-once.ts";

/** Kinds whose controllers say how a rollout goes. DaemonSets and StatefulSets keep no such conditions. */
const SPEAKING: ReadonlySet<string> = new Set([
  "Deployment",
  "DeploymentConfig",
  "Rollout",
  "ReplicaSet",
  "ReplicationController",
]);

/** Judges the conditions Progressing and ReplicaFailure of what rolls pods out, and the phase of a Rollout of Argo. */
export const rolloutStuck = check({
  id: "rollout-stuck",
  title: "Rollout does not come to its end",
  severity: "medium",
  layer: "container",
  dimension: "ci-cd",
  concern: null,
  references: [],
  why: "Old and new versions serve side by side, and nobody decided that. Whoever released believes to be done; the next release starts from a half state, and a security fix that was shipped is not in force.",
  seeByHand: "kubectl rollout status deploy/web -n shop --timeout=5s; kubectl describe deploy web -n shop",
  fix: "See why the new pods do not become ready (image, configuration, probe, quota, room), mend it or go back with kubectl rollout undo. Let the pipeline wait for kubectl rollout status and fail with it, so that a stuck rollout is somebody's red build and not a silent state. Going back changes nothing in the database: mind migrations.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { replicas: 2, selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.3" }] } } }
status:
  conditions: [{ type: Progressing, status: "False", reason: ProgressDeadlineExceeded }]
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { replicas: 2, selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }] } } }
status:
  conditions: [{ type: Progressing, status: "True", reason: NewReplicaSetAvailable }]
`,
  asksProviders: true,
  of: "workload",
  look: (workload, index) => {
    const { object } = workload;
    if (!hasConditions(object) && recordOf(object.status).phase === undefined && !index.live)
      return sayOnceOfWorkload(workload, index, "manifests do not show how rollouts go: scan the running cluster");
    if (!SPEAKING.has(workload.ref.kind)) return NOT_APPLICABLE;
    if (workload.ref.kind !== object.kind)
      return notAssessable(`the ${workload.ref.kind} that owns these pods is not in the snapshot`);
    const faults: Fault[] = [];
    const progressing = conditionOf(object, "Progressing");
    if (progressing?.status === "False")
      faults.push({ field: progressing.field, message: `the rollout does not progress${progressing.words}` });
    const failure = conditionOf(object, "ReplicaFailure");
    if (failure?.status === "True")
      faults.push({ field: failure.field, message: `pods cannot be made${failure.words}` });
    const { phase, message } = recordOf(object.status);
    if (object.kind === "Rollout" && phase === "Degraded" && faults.length === 0)
      faults.push({ field: "status.phase", message: `the rollout is Degraded${reasonInWords({ message })}` });
    if (faults.length > 0) return faults;
    const speaks = hasConditions(object) || recordOf(object.status).replicas !== undefined || phase !== undefined;
    return speaks || workload.replicas === 0 ? [] : notAssessable(`the ${object.kind} has no status`);
  },
});
