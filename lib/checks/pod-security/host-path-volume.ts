import { check } from "../check.ts";
import { entriesOf, recordOf } from "../reading/entries.ts";
import { describeMounts } from "../reading/mounted-host-path.ts";
import { nameInWords } from "../reading/name-in-words.ts";

/** Restricted field: volumes[*].hostPath. Allowed: unset. Which folder it is matters to host-path-sensitive. */
export const hostPathVolume = check({
  id: "host-path-volume",
  title: "Folder of the node is used as a volume",
  severity: "medium",
  layer: "container",
  dimension: "security",
  concern: "runtime-isolation",
  references: ["CIS 5.2.11", "PSS baseline", "O22:K01", "O25:K01"],
  escalatesTo: "cluster",
  why: "A folder of the node belongs to nobody: it is shared with every pod that names the same path, outlives them all, is in no backup, and ties the pod to one machine. A link planted in it can lead the next reader to files that it was never meant to see. Admission at the baseline level refuses such pods.",
  seeByHand: `kubectl get pods -A -o json | jq -r '.items[] | .metadata.namespace + "/" + .metadata.name as $pod | .spec.volumes[]? | select(.hostPath) | $pod + " " + .hostPath.path'`,
  fix: "Use what was meant: a persistent volume claim for data (a local one, where speed matters), an emptyDir for scratch space, a ConfigMap or Secret for files, a projected volume for tokens, a device plugin for devices. Data has to be copied once. Agents of the node keep the narrowest folder, read-only, in a namespace of their own.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example/shop/web:1.4.2
          volumeMounts: [{ name: data, mountPath: /data }]
      volumes: [{ name: data, hostPath: { path: /mnt/data } }]
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example/shop/web:1.4.2
          volumeMounts: [{ name: data, mountPath: /data }]
      volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]
`,
  of: "workload",
  look: (workload) =>
    entriesOf(workload.pod.volumes)
      .filter(({ entry }) => entry.hostPath !== undefined && entry.hostPath !== null)
      .map(({ entry, at }) => {
        const { path } = recordOf(entry.hostPath);
        const folder = typeof path === "string" && path !== "" ? path : "a folder";
        return {
          field: `${workload.podField}.volumes[${at}].hostPath`,
          message: `${nameInWords("volume", entry.name)} is ${folder} of the node, ${describeMounts(workload, entry.name)}`,
        };
      }),
});
