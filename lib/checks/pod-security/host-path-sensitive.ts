import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { Volume, Workload } from "#lib/kubernetes/pod.ts";
import { check } from "../check.ts";
import { entriesOf, recordOf } from "../reading/entries.ts";
import { describeMounts, isMountedReadOnly, normalizeNodePath } from "../reading/mounted-host-path.ts";
import { nameInWords } from "../reading/name-in-words.ts";
import { namespaceOf, objectNamed } from "../reading/namespaced.ts";
import { whatPathGivesAway } from "../reading/sensitive-node-paths.ts";

/**
 * Restricted fields: volumes[*].hostPath.path, and the hostPath of the persistent volume behind a claim.
 * Allowed: folders that neither are, contain nor lie in one that gives the node away.
 */
export const hostPathSensitive = check({
  id: "host-path-sensitive",
  title: "Sensitive folder of the node is mounted",
  severity: "high",
  layer: "container",
  dimension: "security",
  concern: "runtime-isolation",
  references: ["O22:K01", "O25:K01", "O25:K08"],
  escalatesTo: "cluster",
  why: "Whoever owns this container owns what it sees of the node: its configuration at the next restart, the kubelet's keys, the secrets of all pods beside it, the cloud account's credential files. Reading is often enough; writing always is.",
  seeByHand: `kubectl get pods -A -o json | jq -r '.items[] | .metadata.namespace + "/" + .metadata.name as $pod | .spec.volumes[]? | select(.hostPath) | $pod + " " + .hostPath.path'`,
  fix: "Ask what the folder is for. Logs: let a collector that the platform team runs read /var/log alone, read-only. Certificates or configuration: put them into a ConfigMap or Secret. A device: use a device plugin. Data: use a persistent volume. Where an agent of the node truly needs the folder, mount the smallest part of it read-only and accept the exception with an end date.",
  before: `apiVersion: apps/v1
kind: DaemonSet
metadata: { name: agent, namespace: shop }
spec:
  selector: { matchLabels: { app: agent } }
  template:
    metadata: { labels: { app: agent } }
    spec:
      containers:
        - name: agent
          image: registry.example/shop/agent:3.1.0
          volumeMounts: [{ name: host, mountPath: /host/etc }]
      volumes: [{ name: host, hostPath: { path: /etc } }]
`,
  after: `apiVersion: apps/v1
kind: DaemonSet
metadata: { name: agent, namespace: shop }
spec:
  selector: { matchLabels: { app: agent } }
  template:
    metadata: { labels: { app: agent } }
    spec:
      containers:
        - name: agent
          image: registry.example/shop/agent:3.1.0
          volumeMounts: [{ name: settings, mountPath: /etc/agent, readOnly: true }]
      volumes: [{ name: settings, configMap: { name: agent-settings } }]
`,
  of: "workload",
  look: (workload, index) =>
    entriesOf(workload.pod.volumes).flatMap(({ entry, at }) => {
      const source = nodePathOf(entry, workload, index);
      if (source === null) return [];
      const path = normalizeNodePath(source.path);
      const gives = whatPathGivesAway(path, isMountedReadOnly(workload, entry.name));
      if (gives === null) return [];
      const message = `${nameInWords("volume", entry.name)} mounts ${path} of the node ${describeMounts(workload, entry.name)}: ${gives}`;
      return [{ field: `${workload.podField}.volumes[${at}].${source.field}`, message }];
    }),
});

/** The path of the node behind a volume: its own hostPath, or that of the persistent volume that its claim is bound to. */
function nodePathOf(volume: Volume, workload: Workload, index: ClusterIndex): { path: string; field: string } | null {
  const own = volume.hostPath?.path;
  if (typeof own === "string" && own.trim() !== "") return { path: own, field: "hostPath.path" };
  const claim = volume.persistentVolumeClaim?.claimName;
  if (typeof claim !== "string") return null;
  const bound = recordOf(objectNamed(index, "PersistentVolumeClaim", namespaceOf(workload), claim)?.object.spec);
  if (typeof bound.volumeName !== "string") return null;
  const persistentVolume = recordOf(index.find("PersistentVolume", "", bound.volumeName)?.object.spec);
  const path = recordOf(persistentVolume.hostPath).path;
  return typeof path === "string" ? { path, field: "persistentVolumeClaim.claimName" } : null;
}
