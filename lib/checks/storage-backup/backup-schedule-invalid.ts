import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { check, type Fault, NOT_APPLICABLE } from "../check.ts";
import { longestGapHours } from "../reading/cron-schedule.ts";
import { recordOf, stringsOf } from "../reading/entries.ts";

/**
 * Hours of data that may be lost at most. A day is what a nightly backup promises and what most companies write down; whose
 * recovery point is shorter has to plan by hours.
 */
const LONGEST_GAP_HOURS = 24;

type Plan = { field: string; schedule: unknown };

/**
 * Judges the plans of Velero, K8up and Kasten: the time can be read, it comes at least once a day, and the plan is neither
 * paused nor refused by its tool. Kasten's policies by hand ("@onDemand") are no plans.
 */
export const backupScheduleInvalid = check({
  id: "backup-schedule-invalid",
  title: "Backup plan does not run, or too seldom",
  severity: "high",
  layer: "cluster",
  dimension: "disaster-recovery",
  concern: null,
  references: [],
  why: "A plan whose time is written wrongly never runs, and a paused one was mostly paused for an upgrade long ago: both look like a backup in every list. One that runs once a week loses up to a week of orders on the day that counts.",
  seeByHand:
    "kubectl get schedules.velero.io -A -o custom-columns=NAME:.metadata.name,CRON:.spec.schedule,PAUSED:.spec.paused,PHASE:.status.phase,LAST:.status.lastBackup",
  fix: "Write five fields (minute, hour, day, month, weekday) or @daily, and ask the owners of the data how much they can lose: their answer is the interval. More runs cost storage, but the later ones only what changed. Keep the expiry (ttl) longer than the time in which a loss is noticed, then look that the next run really comes.",
  before: `apiVersion: velero.io/v1
kind: Schedule
metadata: { name: weekly, namespace: velero }
spec: { schedule: "0 2 * * 0", template: { includedNamespaces: ["*"] } }
`,
  after: `apiVersion: velero.io/v1
kind: Schedule
metadata: { name: nightly, namespace: velero }
spec: { schedule: "0 2 * * *", template: { includedNamespaces: ["*"] } }
`,
  of: "object",
  kinds: ["Schedule", "Policy"],
  look: ({ object }) => {
    const plan = planOf(object);
    if (!plan) return NOT_APPLICABLE;
    const faults: Fault[] = [];
    if (recordOf(object.spec).paused === true)
      faults.push({ field: "spec.paused", message: "the plan is paused, so it saves nothing" });
    const { phase } = recordOf(object.status);
    if (phase === "FailedValidation")
      faults.push({ field: "status.phase", message: "Velero refuses the plan, so it does not run" });
    return [...faults, ...faultsOfTime(plan)];
  },
});

function planOf({ apiVersion, spec }: KubernetesObject): Plan | null {
  const { schedule, backup, frequency, actions } = recordOf(spec);
  if (apiVersion.startsWith("velero.io/")) return { field: "spec.schedule", schedule };
  if (/^(k8up\.io|backup\.appuio\.ch)\//.test(apiVersion)) {
    const time = recordOf(backup).schedule;
    // K8up spreads its shorthands over the time that they name: "@daily-random".
    return { field: "spec.backup.schedule", schedule: typeof time === "string" ? time.replace(/-random$/, "") : time };
  }
  const isKasten = apiVersion.startsWith("config.kio.kasten.io/");
  const saves = Array.isArray(actions) && actions.some((each) => recordOf(each).action === "backup");
  if (!isKasten || !saves || frequency === "@onDemand") return null;
  return { field: "spec.frequency", schedule: frequency };
}

function faultsOfTime({ field, schedule }: Plan): Fault[] {
  const hours = longestGapHours(schedule);
  const [written = ""] = stringsOf([schedule]);
  if (hours === null)
    return [
      {
        field,
        message: written === "" ? "the plan has no time to run at" : `"${written.slice(0, 60)}" is no time to run at`,
      },
    ];
  if (hours <= LONGEST_GAP_HOURS) return [];
  if (hours === Number.POSITIVE_INFINITY) return [{ field, message: `"${written}" is a day that never comes` }];
  const days = Math.round(hours / 24);
  return [
    {
      field,
      message: `"${written}" leaves up to ${days} days between two backups, where ${LONGEST_GAP_HOURS} hours may be lost`,
    },
  ];
}
