import { check } from "../check.ts";
import { entriesOf } from "../reading/entries.ts";
import { nameInWords } from "../reading/name-in-words.ts";
import { foreignSourcesOf } from "../standards/allowed.ts";

/**
 * Restricted fields: the source of volumes[*]. Allowed: configMap, csi, downwardAPI, emptyDir, ephemeral, image,
 * persistentVolumeClaim, projected, secret, and none at all, which is an emptyDir.
 */
export const volumeTypeRestricted = check({
  id: "volume-type-restricted",
  title: "Volume is of a type that pods should not name themselves",
  severity: "low",
  layer: "container",
  dimension: "security",
  concern: "runtime-isolation",
  references: ["PSS restricted", "O22:K01", "O25:K01"],
  why: "A pod that names an NFS server, a disk or a folder of the node by itself decides where data comes from, past the storage classes, quotas and reviews of the platform: whoever may create pods may mount any share that the node can reach. Most of these drivers also left Kubernetes, and such pods stop starting after an upgrade.",
  seeByHand: `kubectl get pods -A -o json | jq -r '.items[] | .metadata.namespace + "/" + .metadata.name as $pod | .spec.volumes[]? | (keys - ["name", "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "image", "persistentVolumeClaim", "projected", "secret"])[] as $type | $pod + " " + $type'`,
  fix: "Describe the storage once as a persistent volume or storage class with its CSI driver, and let pods claim it; the data stays where it is. A gitRepo becomes an init container that clones into an emptyDir. Claims are made by namespace, so shares that several teams mount need one persistent volume each.",
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
      volumes: [{ name: data, nfs: { server: files.example, path: /exports/shop } }]
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
      volumes: [{ name: data, persistentVolumeClaim: { claimName: shop-files } }]
`,
  of: "workload",
  look: (workload) =>
    entriesOf(workload.pod.volumes).flatMap(({ entry, at }) => {
      const [type] = foreignSourcesOf(entry);
      if (type === undefined) return [];
      const message = `${nameInWords("volume", entry.name)} is of the type ${type}`;
      return [{ field: `${workload.podField}.volumes[${at}].${type}`, message }];
    }),
});
