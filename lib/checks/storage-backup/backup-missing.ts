import { check, type Fault, NOT_APPLICABLE, notAssessable, type Verdict } from "../check.ts";
import { claimedVolumesOf, hasBackupPlans, isInBackupPlan, whyLeftOut } from "../reading/backup-plans.ts";
import { BACKUP_TOOLS } from "../reading/backup-tool.ts";
import { isWholeCluster } from "../reading/presence.ts";
import { workloadsRunning } from "../reading/running-program.ts";

/** Tools whose plans are read; of others only that they run is known. */
const READ: ReadonlySet<string> = new Set(["Velero", "Kasten", "K8up"]);

/**
 * Judges each workload with claims: some plan saves every volume of it (Velero, Kasten, K8up, Longhorn, VolSync, Stash,
 * CloudNativePG), and no label or annotation takes one out. Where no plan is in sight and the snapshot is not of a whole
 * cluster, or another tool runs, it cannot be told.
 */
export const backupMissing = check({
  id: "backup-missing",
  title: "Volume of a workload is in no backup",
  severity: "high",
  layer: "cluster",
  dimension: "disaster-recovery",
  concern: null,
  references: [],
  why: "When this volume is lost, by a wrong command, a broken disk or somebody who encrypts it, its data is gone for good. Other volumes are saved, so everybody believes that this one is; nobody finds out before the day it is needed.",
  seeByHand:
    "kubectl -n velero get schedules -o yaml; kubectl get pods -A -o json | jq -r '.items[].metadata.annotations // {} | keys[] | select(test(\"backup-volumes\"))' | sort | uniq -c",
  fix: "Bring the namespace into the schedule, with volumes, and take the label or annotation off that leaves this one out. For a database prefer its own dump or a hook that quiets it: a copy of open files may not start again. If the data can be made anew (a cache, an index), write that down and accept the finding. Then restore it once.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: orders, namespace: shop }
spec:
  selector: { matchLabels: { app: orders } }
  template:
    metadata: { labels: { app: orders }, annotations: { backup.velero.io/backup-volumes-excludes: data } }
    spec:
      containers: [{ name: orders, image: "registry.example/shop/orders:1.4.2" }]
      volumes: [{ name: data, persistentVolumeClaim: { claimName: orders } }]
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: orders, namespace: shop }
spec:
  selector: { matchLabels: { app: orders } }
  template:
    metadata: { labels: { app: orders } }
    spec:
      containers: [{ name: orders, image: "registry.example/shop/orders:1.4.2" }]
      volumes: [{ name: data, persistentVolumeClaim: { claimName: orders } }]
---
apiVersion: velero.io/v1
kind: Schedule
metadata: { name: nightly, namespace: velero }
spec: { schedule: "0 2 * * *", template: { includedNamespaces: ["*"] } }
`,
  asksProviders: true,
  of: "workload",
  look: (workload, index): Verdict => {
    const volumes = claimedVolumesOf(workload, index);
    if (volumes.length === 0) return NOT_APPLICABLE;
    const leftOut = volumes.flatMap((volume): Fault[] => {
      const why = whyLeftOut(volume, workload);
      return why === null ? [] : [fault(workload.podField, `volume "${volume.name}" is in no backup: ${why}`)];
    });
    if (leftOut.length > 0) return leftOut;
    const unsaved = volumes.filter((volume) => !isInBackupPlan(volume, workload, index));
    if (unsaved.length === 0) return [];
    const unread = workloadsRunning(index, BACKUP_TOOLS).find(({ program }) => !READ.has(program));
    if (unread) return notAssessable(`${unread.program} runs, and its plans are not read by this check`);
    if (!hasBackupPlans(index) && !isWholeCluster(index))
      return notAssessable("no backup plan is in the snapshot, and it is not of a whole cluster");
    const names = unsaved.map(({ name }) => `"${name}"`).join(", ");
    return [fault(workload.podField, `no backup plan saves its volume${unsaved.length > 1 ? "s" : ""} ${names}`)];
  },
});

function fault(podField: string, message: string): Fault {
  return { field: `${podField}.volumes`, message: message.slice(0, 390) };
}
