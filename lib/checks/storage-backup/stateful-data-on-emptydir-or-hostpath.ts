import type { ContainerInPod, Workload } from "#lib/kubernetes/pod.ts";
import { check, type Fault, NOT_APPLICABLE, PASS } from "../check.ts";
import { recordsOf } from "../reading/entries.ts";
import { fleetingVolumesOf, lastingVolumesOf, storeOf } from "../reading/persistent-data.ts";
import { isMirrorPod, runsToCompletion } from "../reading/pod-template.ts";

/**
 * Judges what keeps data: containers of databases, queues and the like by their image, and every StatefulSet. Allowed:
 * the store mounts a volume that outlives the pod (a claim, or network storage). The control plane's own pods, which
 * kubelets run from files, keep their data on their node by design.
 */
export const statefulDataOnEmptydirOrHostpath = check({
  id: "stateful-data-on-emptydir-or-hostpath",
  title: "Data is kept where it ends with the pod or its node",
  severity: "high",
  layer: "container",
  dimension: "storage-backup",
  concern: null,
  references: [],
  why: "Pods restart and nodes come and go all the time. What a database wrote to an emptyDir, to the container's own file system or to a folder of one node is gone with the next of these, without a message, and no backup of volumes ever saw it.",
  seeByHand:
    "kubectl get pvc -A; kubectl get statefulset -A -o custom-columns=NS:.metadata.namespace,NAME:.metadata.name,CLAIMS:.spec.volumeClaimTemplates[*].metadata.name",
  fix: "Give it a PersistentVolumeClaim: volumeClaimTemplates in a StatefulSet, or let an operator or the cloud's own service keep the data. Copy what is there first, for the change replaces the pods. A cache that may be lost, and a StatefulSet that only wants stable names, are exceptions worth writing down.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: orders-db, namespace: shop }
spec:
  selector: { matchLabels: { app: orders-db } }
  template:
    metadata: { labels: { app: orders-db } }
    spec:
      containers:
        - name: postgres
          image: postgres:17
          volumeMounts: [{ name: data, mountPath: /var/lib/postgresql/data }]
      volumes: [{ name: data, emptyDir: {} }]
`,
  after: `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: orders-db, namespace: shop }
spec:
  serviceName: orders-db
  selector: { matchLabels: { app: orders-db } }
  template:
    metadata: { labels: { app: orders-db } }
    spec:
      containers:
        - name: postgres
          image: postgres:17
          volumeMounts: [{ name: data, mountPath: /var/lib/postgresql/data }]
  volumeClaimTemplates:
    - metadata: { name: data }
      spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 20Gi } } }
`,
  of: "workload",
  look: (workload) => {
    if (runsToCompletion(workload) || isMirrorPod(workload)) return NOT_APPLICABLE;
    const lasting = lastingVolumesOf(workload);
    const store = storeOf(workload);
    if (store) return storeFaults(workload, store, lasting);
    if (workload.object.kind !== "StatefulSet") return NOT_APPLICABLE;
    if (lasting.size > 0) return PASS;
    const [fleeting] = fleetingVolumesOf(workload);
    const words = fleeting ? `; ${fleeting.words}` : "";
    return [{ field: "spec.volumeClaimTemplates", message: `the StatefulSet claims no persistent volume${words}` }];
  },
});

function storeFaults(workload: Workload, { container, field }: ContainerInPod, lasting: Set<string>): Fault[] {
  const mounted = recordsOf(container.volumeMounts).map(({ entry }) => String(entry.name));
  if (mounted.some((name) => lasting.has(name))) return [];
  const who = `container "${container.name}" runs ${container.image}, but`;
  const fleeting = fleetingVolumesOf(workload).filter(({ name }) => mounted.includes(name));
  if (fleeting.length === 0)
    return [{ field: `${field}.volumeMounts`, message: `${who} mounts no volume for its data` }];
  return fleeting.map((volume) => ({ field: volume.field, message: `${who} ${volume.words}` }));
}
