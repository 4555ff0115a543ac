import { check, NOT_APPLICABLE, PASS } from "../check.ts";
import { entriesOf } from "../reading/entries.ts";

const RUNS_ON: readonly string[] = ["Always"];
const ENDS: readonly string[] = ["OnFailure", "Never"];

/** Restart policies that the API server takes, by kind. */
const ALLOWED: Readonly<Record<string, readonly string[] | undefined>> = {
  Pod: [...RUNS_ON, ...ENDS],
  Deployment: RUNS_ON,
  StatefulSet: RUNS_ON,
  DaemonSet: RUNS_ON,
  ReplicaSet: RUNS_ON,
  ReplicationController: RUNS_ON,
  DeploymentConfig: RUNS_ON,
  Rollout: RUNS_ON,
  Job: ENDS,
  CronJob: ENDS,
};

/**
 * Restricted field: restartPolicy of the pod, Always unless set. Allowed: what the API server takes for the kind, which
 * is Always for all that keeps running, OnFailure or Never for jobs. That a Deployment does not say Always is no fault:
 * nothing else is possible there.
 */
export const restartPolicyUnset = check({
  id: "restart-policy-unset",
  title: "Restart policy is missing or not possible here",
  severity: "low",
  layer: "container",
  dimension: "applications",
  concern: null,
  references: [],
  why: "Kubernetes takes Always where nothing is said, and for jobs it refuses that: the manifest cannot be applied, and a cron job that was meant to save or tidy up is simply not there. A Deployment with any other policy is refused the same way. Both show at the worst time, when somebody sets the cluster up anew.",
  seeByHand: "kubectl apply --dry-run=server -f job.yaml",
  fix: "Write OnFailure for jobs whose container can simply be started again, Never where each try should leave its own pod with its logs. For everything that should keep running leave the field away or write Always.",
  before: `apiVersion: batch/v1
kind: Job
metadata: { name: migrate, namespace: shop }
spec:
  ttlSecondsAfterFinished: 86400
  template:
    spec:
      containers: [{ name: migrate, image: "registry.example/shop/web:1.4.2" }]
`,
  after: `apiVersion: batch/v1
kind: Job
metadata: { name: migrate, namespace: shop }
spec:
  ttlSecondsAfterFinished: 86400
  template:
    spec:
      restartPolicy: OnFailure
      containers: [{ name: migrate, image: "registry.example/shop/web:1.4.2" }]
`,
  of: "workload",
  look: (workload) => {
    const { object, pod, podField } = workload;
    const allowed = ALLOWED[object.kind];
    if (!allowed || isForeign(object.apiVersion)) return NOT_APPLICABLE;
    const { restartPolicy } = pod;
    const isUnset = restartPolicy === undefined || restartPolicy === null || restartPolicy === "";
    if (isUnset && entriesOf(pod.containers).length === 0) return NOT_APPLICABLE;
    if (allowed.includes(isUnset ? "Always" : restartPolicy)) return PASS;
    const seen = isUnset ? "no restart policy is set, and Always" : `${restartPolicy}`;
    const message = `${seen} is not possible for a ${object.kind}: it has to be ${allowed.join(" or ")}`;
    return [{ field: `${podField}.restartPolicy`, message }];
  },
});

/** A Job of another project has rules of its own. */
function isForeign(apiVersion: string): boolean {
  return !/^(v1|apps\/|batch\/|extensions\/|apps\.openshift\.io\/|argoproj\.io\/)/.test(apiVersion);
}
