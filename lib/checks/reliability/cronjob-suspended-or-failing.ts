import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { check, type Fault, NOT_APPLICABLE, notAssessable, PASS } from "../check.ts";
import { conditionOf } from "../reading/condition.ts";
import { longestGapHours } from "../reading/cron-schedule.ts";
import { recordOf, recordsOf } from "../reading/entries.ts";
import { namespaceOf } from "../reading/namespaced.ts";
import { oncePerIndex } from "../reading/once-per-index.ts";
import { sayOnceOfKind } from "../reading/say-once.ts";
import { ageInWords, hoursBefore, NO_CLOCK } from "../reading/snapshot-age.ts";

/** A run may wait for a node, and a day has 25 hours once a year. */
const SLACK_HOURS = 2;

/**
 * Judges spec.suspend, and on a running cluster the last Job of the cron job, the times in its status and its schedule.
 * Allowed: not suspended, the last run ended well or is still going, and none was missed.
 */
export const cronjobSuspendedOrFailing = check({
  id: "cronjob-suspended-or-failing",
  title: "Cron job is suspended, fails or does not run",
  severity: "medium",
  layer: "container",
  dimension: "monitoring-health",
  concern: null,
  references: [],
  why: "Backups, invoices, expired sessions: cron jobs do what nobody watches. One that was suspended for an upgrade and forgotten, or that fails each night, is noticed when its result is needed, weeks later.",
  seeByHand: "kubectl get cronjobs -A; kubectl get jobs -A --sort-by=.status.startTime",
  fix: "Read the log of the last failed pod (raise failedJobsHistoryLimit when nothing is left) and mend it; take off suspend, or delete what is not wanted any more. After a long break think what a run at once will do. Then alert on the time of the last success, for no other sign is sure.",
  before: `apiVersion: batch/v1
kind: CronJob
metadata: { name: sweep, namespace: shop }
spec:
  schedule: "0 2 * * *"
  suspend: true
  jobTemplate: { spec: { template: { spec: { restartPolicy: OnFailure, containers: [{ name: sweep, image: "registry.example/shop/sweep:1.0.3" }] } } } }
`,
  after: `apiVersion: batch/v1
kind: CronJob
metadata: { name: sweep, namespace: shop }
spec:
  schedule: "0 2 * * *"
  suspend: false
  jobTemplate: { spec: { template: { spec: { restartPolicy: OnFailure, containers: [{ name: sweep, image: "registry.example/shop/sweep:1.0.3" }] } } } }
`,
  of: "object",
  kinds: ["CronJob"],
  look: (located, index) => {
    const { object } = located;
    const { suspend, schedule } = recordOf(object.spec);
    if (object.apiVersion.split("/")[0] !== "batch") return NOT_APPLICABLE;
    if (suspend === true) return [{ field: "spec.suspend", message: "it is suspended, so it does not run" }];
    if (!index.live)
      return sayOnceOfKind(located, index, "manifests do not show how cron jobs went: scan the running cluster");
    const failed = lastFailure(object, index);
    if (failed) return [failed];
    const { lastScheduleTime } = recordOf(object.status);
    const since = lastScheduleTime ?? object.metadata.creationTimestamp;
    const hours = hoursBefore(index, since);
    const gap = gapOf(index, schedule);
    if (hours === null || gap === null) return typeof lastScheduleTime === "string" ? PASS : notAssessable(NO_CLOCK);
    if (hours <= gap + SLACK_HOURS) return PASS;
    const seen = typeof lastScheduleTime === "string" ? "it has not run for" : "it has never run in";
    return [{ field: "spec.schedule", message: `${seen} ${ageInWords(hours)}, and "${schedule}" comes more often` }];
  },
});

/** Many cron jobs run at the same time, and a schedule takes long to follow. */
const gapOf = oncePerIndex((_: ClusterIndex, schedule: unknown) => longestGapHours(schedule));

/** What went wrong the last time: by the newest Job that is still there, else by the times in the status. */
function lastFailure(cronJob: KubernetesObject, index: ClusterIndex): Fault | null {
  const [last] = jobsOf(index, "all").get(`${namespaceOf(cronJob)}/${cronJob.metadata.name}`) ?? [];
  const condition = last && conditionOf(last, "Failed");
  if (condition?.status === "True")
    return { field: "status", message: `its last run, Job "${last?.metadata.name}", failed${condition.words}` };
  if (last) return null;
  const { lastScheduleTime, lastSuccessfulTime, active } = recordOf(cronJob.status);
  if (typeof lastScheduleTime !== "string" || recordsOf(active).length > 0) return null;
  if (typeof lastSuccessfulTime !== "string" || lastSuccessfulTime >= lastScheduleTime) return null;
  return {
    field: "status",
    message: `it last ran at ${lastScheduleTime}, and last ended well at ${lastSuccessfulTime}`,
  };
}

/** The Jobs of each CronJob, by "namespace/name", the newest first. */
const jobsOf = oncePerIndex((index: ClusterIndex, _: "all"): ReadonlyMap<string, readonly KubernetesObject[]> => {
  const owned = index
    .ofKind("Job")
    .flatMap(({ object }) =>
      recordsOf(object.metadata.ownerReferences).flatMap(({ entry }) =>
        entry.kind === "CronJob" ? [{ key: `${namespaceOf(object)}/${entry.name}`, object }] : [],
      ),
    );
  const newestFirst = owned.sort((a, b) => timeOf(b.object).localeCompare(timeOf(a.object)));
  const grouped = Map.groupBy(newestFirst, ({ key }) => key);
  return new Map([...grouped].map(([key, jobs]) => [key, jobs.map(({ object }) => object)]));
});

function timeOf({ metadata, status }: KubernetesObject): string {
  const { startTime } = recordOf(status);
  return String(startTime ?? metadata.creationTimestamp ?? "");
}
