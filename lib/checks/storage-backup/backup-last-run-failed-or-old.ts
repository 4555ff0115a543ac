import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { LocatedObject } from "#lib/kubernetes/object.ts";
import { check, type Fault, notAssessable, PASS, type Verdict } from "../check.ts";
import { longestGapHours } from "../reading/cron-schedule.ts";
import { recordOf } from "../reading/entries.ts";
import { namespaceOf } from "../reading/namespaced.ts";
import { ageInWords, hoursBefore, NO_CLOCK } from "../reading/snapshot-age.ts";
import { phaseOf, veleroObjects, withoutVelero } from "../reading/velero.ts";

/** How old the newest good backup may be where no schedule says it: a day is what most owners name when they are asked. */
const RECOVERY_POINT_HOURS = 24;
/** What a run may take, and start late, before its schedule counts as missed. */
const SLACK_HOURS = 2;

const GOOD = "Completed";
const FAILED = /^(Failed|PartiallyFailed|FailedValidation)$/;

/**
 * Judges the last finished run of each Velero schedule that is not paused: that it completed, and that the newest complete
 * one is not older than the schedule's longest gap. Without schedules, the newest backup of all is judged against a day.
 * Whether a schedule runs often enough is another check's question.
 */
export const backupLastRunFailedOrOld = check({
  id: "backup-last-run-failed-or-old",
  title: "Last backup failed or is old",
  severity: "high",
  layer: "cluster",
  dimension: "disaster-recovery",
  concern: null,
  references: [],
  why: "What was written since the last good backup is lost with the cluster. A partial failure is the worst kind: the list shows a backup of last night, and the one volume that matters is not in it.",
  seeByHand: "kubectl -n velero get backups --sort-by=.status.startTimestamp; velero backup describe NAME --details",
  fix: "Read the errors of the run (velero backup logs). Volumes that cannot be snapshotted, pods that the agent may not read and time limits are the usual ones. Mend it, run the schedule by hand (velero backup create --from-schedule) and wait for Completed. Alert on failures and on age, both: a schedule that stopped makes no failures.",
  before: `apiVersion: velero.io/v1
kind: Backup
metadata: { name: daily-20261120, namespace: velero, labels: { velero.io/schedule-name: daily } }
status: { phase: PartiallyFailed, errors: 2, startTimestamp: "2026-11-20T02:00:00Z", completionTimestamp: "2026-11-20T02:10:00Z" }
---
apiVersion: velero.io/v1
kind: Schedule
metadata: { name: daily, namespace: velero }
spec: { schedule: "0 2 * * *", template: {} }
`,
  after: `apiVersion: velero.io/v1
kind: Backup
metadata: { name: daily-20261120, namespace: velero, labels: { velero.io/schedule-name: daily } }
status: { phase: Completed, startTimestamp: "2026-11-20T02:00:00Z", completionTimestamp: "2026-11-20T02:10:00Z" }
---
apiVersion: velero.io/v1
kind: Schedule
metadata: { name: daily, namespace: velero }
spec: { schedule: "0 2 * * *", template: {} }
`,
  of: "cluster",
  look: (index) => {
    const backups = veleroObjects(index, "Backup").toSorted((a, b) => (startOf(a) < startOf(b) ? 1 : -1));
    const all = veleroObjects(index, "Schedule");
    const schedules = all.filter(({ object }) => recordOf(object.spec).paused !== true);
    if (backups.length === 0 && all.length === 0) return withoutVelero(index);
    const bySchedule = Map.groupBy(backups, scheduleOf);
    const verdicts: Verdict[] =
      schedules.length > 0
        ? schedules.map((schedule) =>
            judgeRuns(
              bySchedule.get(`${namespaceOf(schedule.object)}/${schedule.object.metadata.name}`) ?? [],
              schedule,
              index,
            ),
          )
        : [judgeRuns(backups, undefined, index)];
    return faultsFirst(verdicts);
  },
});

/** One verdict of several: faults, then doubt, then a pass. */
function faultsFirst(verdicts: readonly Verdict[]): Verdict {
  const faults = verdicts.flatMap((verdict): readonly Fault[] => (Array.isArray(verdict) ? verdict : []));
  return faults.length > 0 ? faults : (verdicts.find((verdict) => !Array.isArray(verdict)) ?? PASS);
}

/** Runs of one schedule, newest first. */
function judgeRuns(runs: readonly LocatedObject[], schedule: LocatedObject | undefined, index: ClusterIndex): Verdict {
  const last = runs.find((run) => phaseOf(run) === GOOD || FAILED.test(phaseOf(run)));
  if (last && phaseOf(last) !== GOOD) return [failureOf(last)];
  const good = runs.find((run) => phaseOf(run) === GOOD);
  const spec = recordOf(schedule?.object.spec);
  const allowed = (longestGapHours(spec.schedule) ?? RECOVERY_POINT_HOURS) + SLACK_HOURS;
  // Without a run in the snapshot: when the schedule itself says that it last ran, or when it was made.
  const { lastBackup } = recordOf(schedule?.object.status);
  const since = good ? startOf(good) : (lastBackup ?? schedule?.object.metadata.creationTimestamp);
  const hours = hoursBefore(index, since);
  if (hours === null) return notAssessable(good || index.live ? NO_CLOCK : "manifests do not show whether backups ran");
  const on = schedule ?? good;
  if (hours > allowed) {
    const what = good
      ? `the newest complete backup "${good.object.metadata.name}" is`
      : "no complete backup is there for";
    const fault: Fault = {
      field: schedule ? "spec.schedule" : "status",
      message: `${what} ${ageInWords(hours)}${good ? " old" : ""}`,
    };
    return [on ? { ...fault, on } : fault];
  }
  return good ? PASS : notAssessable("no finished run of the schedule is in the snapshot");
}

function failureOf(on: LocatedObject): Fault {
  const { errors, failureReason } = recordOf(on.object.status);
  const count = typeof errors === "number" && errors > 0 ? ` with ${errors} errors` : "";
  const reason = typeof failureReason === "string" && failureReason !== "" ? `: ${failureReason.slice(0, 160)}` : "";
  return { on, field: "status.phase", message: `the last run ended as ${phaseOf(on)}${count}${reason}` };
}

function startOf({ object }: LocatedObject): string {
  const { startTimestamp } = recordOf(object.status);
  const time = startTimestamp ?? object.metadata.creationTimestamp;
  return typeof time === "string" ? time : "";
}

function scheduleOf({ object }: LocatedObject): string {
  const name = recordOf(object.metadata.labels)["velero.io/schedule-name"];
  return typeof name === "string" ? `${namespaceOf(object)}/${name}` : "";
}
