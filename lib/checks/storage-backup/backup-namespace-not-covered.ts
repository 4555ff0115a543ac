import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { check, NOT_APPLICABLE, notAssessable, PASS } from "../check.ts";
import { BACKUP_TOOLS, scheduleCovers, veleroSchedules } from "../reading/backup-tool.ts";
import { recordOf, recordsOf } from "../reading/entries.ts";
import { objectsIn } from "../reading/namespaced.ts";
import { isWholeCluster } from "../reading/presence.ts";
import { workloadsRunning } from "../reading/running-program.ts";

/**
 * Judges each namespace that has claims: some Velero schedule that runs and saves volumes includes it. The plans of other
 * tools are not read. Manifests without any schedule do not tell.
 */
export const backupNamespaceNotCovered = check({
  id: "backup-namespace-not-covered",
  title: "Namespace with data is in no backup schedule",
  severity: "high",
  layer: "cluster",
  dimension: "disaster-recovery",
  concern: null,
  references: [],
  why: "Backups run every night, and this namespace is not in them. It was made after the schedule was written, or the list of names was never looked at again. Everybody believes that the data is safe; the day of the restore tells.",
  seeByHand:
    "kubectl -n velero get schedules -o custom-columns=NAME:.metadata.name,IN:.spec.template.includedNamespaces,OUT:.spec.template.excludedNamespaces",
  fix: "Turn the schedule round: include everything and exclude what needs no backup, by name. Include claims and volumes, not objects alone. Then restore this namespace once into an empty one.",
  before: `apiVersion: velero.io/v1
kind: Schedule
metadata: { name: nightly, namespace: velero }
spec: { schedule: "0 2 * * *", template: { includedNamespaces: [billing] } }
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: orders, namespace: shop }
spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 20Gi } } }
`,
  after: `apiVersion: velero.io/v1
kind: Schedule
metadata: { name: nightly, namespace: velero }
spec: { schedule: "0 2 * * *", template: { includedNamespaces: ["*"], excludedNamespaces: [sandbox] } }
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: orders, namespace: shop }
spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 20Gi } } }
`,
  of: "namespace",
  look: (namespace, index) => {
    const claims = claimsIn(namespace, index);
    if (claims === 0) return NOT_APPLICABLE;
    if (veleroSchedules(index).some((schedule) => scheduleCovers(schedule, namespace))) return PASS;
    const has = `namespace "${namespace}" has ${claims} claim${claims === 1 ? "" : "s"} for volumes`;
    if (index.ofKind("Schedule").some(({ object }) => object.apiVersion.startsWith("velero.io/")))
      return [{ field: "", message: `${has} and is in no Velero schedule that runs and saves volumes` }];
    const tools = new Set(workloadsRunning(index, BACKUP_TOOLS).map(({ program }) => program));
    tools.delete("Velero");
    if (tools.size > 0) return notAssessable(`${[...tools].join(", ")} runs, and its plans are not read by this check`);
    if (!isWholeCluster(index))
      return notAssessable("no backup schedule is in the snapshot, and it is not of a whole cluster");
    return [{ field: "", message: `${has}, and the cluster has no backup schedule` }];
  },
});

/** Claims of the namespace; in manifests those too that its StatefulSets will make. */
function claimsIn(namespace: string, index: ClusterIndex): number {
  const claims = objectsIn(index, "PersistentVolumeClaim", namespace).length;
  if (index.live) return claims;
  return objectsIn(index, "StatefulSet", namespace).reduce(
    (sum, { object }) => sum + recordsOf(recordOf(object.spec).volumeClaimTemplates).length,
    claims,
  );
}
