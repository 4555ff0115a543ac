import { check, NOT_APPLICABLE, PASS } from "../check.ts";
import { recordOf } from "../reading/entries.ts";

/** The controller looks every ten seconds. */
const SHORTEST = 10;

/** Restricted field: spec.startingDeadlineSeconds. Allowed: 10 and more. */
export const cronjobDeadlineMissing = check({
  id: "cronjob-deadline-missing",
  title: "Cron job starts however late",
  severity: "low",
  layer: "container",
  dimension: "applications",
  concern: null,
  references: [],
  why: "When the control plane was down or the job was suspended, a run that was missed is started as soon as possible: the heavy job of the night runs at noon beside the customers. Without a deadline nobody has said how late is too late.",
  seeByHand:
    "kubectl get cronjobs -A -o custom-columns=NS:.metadata.namespace,NAME:.metadata.name,SCHEDULE:.spec.schedule,DEADLINE:.spec.startingDeadlineSeconds",
  fix: "Set startingDeadlineSeconds to how late a run is still worth it: a few minutes for a frequent job, an hour or two for a nightly one. Not below 10 seconds, for the controller looks only that often and would miss every run. What must never be skipped needs an alert on its last success as well.",
  before: `apiVersion: batch/v1
kind: CronJob
metadata: { name: sweep, namespace: shop }
spec:
  schedule: "0 2 * * *"
  jobTemplate: { spec: { template: { spec: { restartPolicy: OnFailure, containers: [{ name: sweep, image: "registry.example/shop/sweep:1.0.3" }] } } } }
`,
  after: `apiVersion: batch/v1
kind: CronJob
metadata: { name: sweep, namespace: shop }
spec:
  schedule: "0 2 * * *"
  startingDeadlineSeconds: 3600
  jobTemplate: { spec: { template: { spec: { restartPolicy: OnFailure, containers: [{ name: sweep, image: "registry.example/shop/sweep:1.0.3" }] } } } }
`,
  of: "object",
  kinds: ["CronJob"],
  look: ({ object }) => {
    const { startingDeadlineSeconds: deadline, schedule } = recordOf(object.spec);
    if (object.apiVersion.split("/")[0] !== "batch") return NOT_APPLICABLE;
    const field = "spec.startingDeadlineSeconds";
    if (typeof deadline !== "number") {
      const when = typeof schedule === "string" ? ` of "${schedule.slice(0, 60)}"` : "";
      return [{ field, message: `a run${when} that was missed starts however late it is` }];
    }
    if (deadline >= SHORTEST) return PASS;
    return [
      {
        field,
        message: `${deadline} seconds are less than the ${SHORTEST} between two looks of the controller, so runs are missed`,
      },
    ];
  },
});
