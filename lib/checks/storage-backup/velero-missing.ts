import { check } from "../check.ts";
import { BACKUP_TOOLS } from "../reading/backup-tool.ts";
import { presenceOf } from "../reading/presence.ts";

/** Judges whether a backup tool runs: Velero, Kasten, Stash, CloudCasa and others, told by their images. */
export const veleroMissing = check({
  id: "velero-missing",
  title: "No backup tool runs in the cluster",
  severity: "high",
  layer: "cluster",
  dimension: "disaster-recovery",
  concern: null,
  references: [],
  why: "When the cluster or one namespace is lost, by an error, an attack or a provider, there is nothing to bring it back from: not the volumes, not the objects that nobody kept in Git. The question after that is how long the company can wait, and nobody has measured it.",
  seeByHand: "kubectl get deploy -A | grep -Ei 'velero|k10|stash|cloudcasa'",
  fix: "Install Velero or the tool that your platform offers, send backups to another account and region, encrypt them, and restore one namespace a month into an empty cluster. A backup that was never restored is a hope. If the data lives in managed services alone and everything else in Git, prove that by rebuilding, and answer so.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: velero, namespace: velero }
spec:
  replicas: 0
  selector: { matchLabels: { app: velero } }
  template:
    metadata: { labels: { app: velero } }
    spec: { containers: [{ name: velero, image: "velero/velero:v1.17.0" }] }
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: velero, namespace: velero }
spec:
  replicas: 1
  selector: { matchLabels: { app: velero } }
  template:
    metadata: { labels: { app: velero } }
    spec: { containers: [{ name: velero, image: "velero/velero:v1.17.0" }] }
`,
  of: "cluster",
  look: (index) => presenceOf(index, "a backup tool", BACKUP_TOOLS, "no workload is a backup tool known to this check"),
});
