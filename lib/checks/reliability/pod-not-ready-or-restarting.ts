import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { check, type Fault, NOT_APPLICABLE, notAssessable, PASS, type Verdict } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { runsToCompletion } from "../reading/pod-template.ts";
import { troublesOf } from "../reading/pod-trouble.ts";
import { sayOnceOfWorkload } from "../reading/say-once.ts";

/** Judges the status of the pods of a workload: pending, waiting, restarting, failed, held while ending, not ready. */
export const podNotReadyOrRestarting = check({
  id: "pod-not-ready-or-restarting",
  title: "Pod is not ready or keeps restarting",
  severity: "medium",
  layer: "container",
  dimension: "monitoring-health",
  concern: null,
  references: [],
  why: "Something that should run does not, or only in between. The replicas that still stand carry its load, an outage is one step nearer, and a restart loop hides what it destroys: whatever was in the pod's memory and local files is gone each time.",
  seeByHand: "kubectl get pods -A | grep -Ev 'Running|Completed'; kubectl -n shop describe pod web-0",
  fix: "Read the last state and the logs of the instance before: kubectl logs --previous. Pull errors point at the registry or the tag, OOMKilled at the memory limit, crash loops at configuration or a missing dependency, Pending at room, taints or volumes. Alert on it, so that a person knows before the next assessment does.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }] }
status:
  phase: Running
  containerStatuses:
    - { name: web, ready: false, restartCount: 41, state: { waiting: { reason: CrashLoopBackOff } } }
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }] }
status:
  phase: Running
  conditions: [{ type: Ready, status: "True" }]
  containerStatuses:
    - { name: web, ready: true, restartCount: 0, state: { running: {} } }
`,
  asksProviders: true,
  of: "workload",
  look: (workload, index) => {
    const pods = index.podsOf(workload).filter((pod) => recordOf(pod.status).phase !== undefined);
    if (pods.length > 0) return podFaults(workload, pods);
    if (!index.live)
      return sayOnceOfWorkload(workload, index, "manifests do not show how pods run: scan the running cluster");
    // A job that ended was tidied up, and nothing is expected of what is scaled to nothing.
    if (runsToCompletion(workload) || workload.replicas === 0) return NOT_APPLICABLE;
    return byOwnCount(workload);
  },
});

function podFaults(workload: Workload, pods: readonly KubernetesObject[]): Fault[] {
  // A job tries again: what failed before does not count once another pod runs or has ended well.
  const triesAgain = runsToCompletion(workload) && pods.some((pod) => recordOf(pod.status).phase !== "Failed");
  const counted = pods.filter((pod) => !triesAgain || recordOf(pod.status).phase !== "Failed");
  return counted.flatMap((pod) =>
    troublesOf(pod).map(({ field, what }) => ({
      // A path within the pod means nothing on the object that owns it.
      field: pod === workload.object ? field : "status",
      message: `pod "${pod.metadata.name}" ${what}`,
    })),
  );
}

/** Without its pods, the count that the controller keeps on the workload itself. */
function byOwnCount({ object, replicas }: Workload): Verdict {
  const { readyReplicas, numberReady, desiredNumberScheduled } = recordOf(object.status);
  const wanted = typeof desiredNumberScheduled === "number" ? desiredNumberScheduled : replicas;
  if (wanted === null || Object.keys(recordOf(object.status)).length === 0)
    return notAssessable("no pod of this workload is in the snapshot");
  const ready = [readyReplicas, numberReady].find((count) => typeof count === "number") ?? 0;
  if (ready >= wanted) return PASS;
  return [{ field: "status", message: `${ready} of ${wanted} pods are ready` }];
}
