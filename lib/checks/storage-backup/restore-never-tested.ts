import { check, notAssessable, PASS } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { isWholeCluster } from "../reading/presence.ts";
import { hoursBefore, NO_CLOCK } from "../reading/snapshot-age.ts";
import { phaseOf, veleroObjects, withoutVelero } from "../reading/velero.ts";

/** A restore each quarter is what audits ask for at least, and how long a procedure survives the changes around it. */
const PERIOD_DAYS = 90;

/** Judges whether a Restore of Velero completed within the last quarter. One that failed in parts proved the opposite. */
export const restoreNeverTested = check({
  id: "restore-never-tested",
  title: "No restore was tried",
  severity: "medium",
  layer: "cluster",
  dimension: "disaster-recovery",
  concern: null,
  references: [],
  why: "A backup that was never restored is a hope. Missing volumes, images that are gone, webhooks that refuse what is put back, and an order that nobody wrote down are all found at the first try, and the first try should not be the disaster.",
  seeByHand: "kubectl -n velero get restores --sort-by=.status.completionTimestamp",
  fix: "Restore one namespace each month under another name (velero restore create --namespace-mappings shop:shop-restored), check that the application serves, measure how long it took, write that down as the recovery time. Velero deletes a Restore together with its backup, and a test in another cluster is not seen here: keep a record and answer so.",
  before: `apiVersion: velero.io/v1
kind: Backup
metadata: { name: daily-20261120, namespace: velero }
status: { phase: Completed, startTimestamp: "2026-11-20T02:00:00Z" }
`,
  after: `apiVersion: velero.io/v1
kind: Restore
metadata: { name: drill, namespace: velero, creationTimestamp: "2026-11-20T02:00:00Z" }
spec: { backupName: daily-20261120, namespaceMapping: { shop: shop-restored } }
status: { phase: Completed, completionTimestamp: "2026-11-20T02:10:00Z" }
`,
  of: "cluster",
  look: (index) => {
    const restores = veleroObjects(index, "Restore");
    const isUsed = ["Backup", "Schedule", "BackupStorageLocation"].some(
      (kind) => veleroObjects(index, kind).length > 0,
    );
    if (restores.length === 0 && !isUsed) return withoutVelero(index);
    const ages = restores
      .filter((restore) => phaseOf(restore) === "Completed")
      .map(({ object }) =>
        hoursBefore(index, recordOf(object.status).completionTimestamp ?? object.metadata.creationTimestamp),
      );
    if (ages.some((hours) => hours !== null && hours <= PERIOD_DAYS * 24)) return PASS;
    if (ages.includes(null)) return notAssessable(NO_CLOCK);
    if (!isWholeCluster(index))
      return notAssessable("the snapshot is a part of the cluster, so restores may have been tried elsewhere");
    const other = restores.length > ages.length ? ", only tries that did not complete" : "";
    const message =
      ages.length > 0
        ? `the last complete restore is more than ${PERIOD_DAYS} days ago`
        : `Velero is set up, and the cluster knows of no complete restore${other}`;
    return [{ field: "", message }];
  },
});
