import { containersOf } from "#lib/kubernetes/containers.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { check } from "../check.ts";
import { entriesOf, recordOf } from "../reading/entries.ts";
import { nameInWords } from "../reading/name-in-words.ts";

/**
 * Restricted field: volumeMounts[*].readOnly of every container, where the volume is a hostPath. Allowed: true.
 * A volume that nobody mounts cannot be written.
 */
export const hostPathWritable = check({
  id: "host-path-writable",
  title: "Container may write to a folder of the node",
  severity: "medium",
  layer: "container",
  dimension: "security",
  concern: "runtime-isolation",
  references: ["O22:K01", "O25:K01"],
  escalatesTo: "cluster",
  why: "What a container writes to the node stays when the pod is gone, and is read by others: the next pod, an agent, the node itself at its next start. That is how an intruder stays after the clean-up, or becomes root on the node by leaving a program where something will run it. One full folder can also bring down the node.",
  seeByHand: `kubectl get pods -A -o json | jq -r '.items[] | ([.spec.volumes[]? | select(.hostPath) | .name]) as $own | .metadata.namespace + "/" + .metadata.name as $pod | .spec.containers[] | .name as $c | .volumeMounts[]? | select((.name | IN($own[])) and .readOnly != true) | $pod + " " + $c + " " + .mountPath'`,
  fix: "Set readOnly: true on the mount; most agents only read. What writes a file or two (positions of a log collector, a socket) gets a narrow folder of its own for that, and the wide one read-only. Data goes to a persistent volume. From 1.30 on recursiveReadOnly covers file systems mounted below. Software that insists on writing fails at once, so try one node first.",
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
          image: registry.example/shop/agent:1.4.2
          volumeMounts: [{ name: log, mountPath: /var/log }]
      volumes: [{ name: log, hostPath: { path: /var/log } }]
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
          image: registry.example/shop/agent:1.4.2
          volumeMounts: [{ name: log, mountPath: /var/log, readOnly: true }]
      volumes: [{ name: log, hostPath: { path: /var/log } }]
`,
  of: "workload",
  look: (workload) => {
    const paths = nodePathsOf(workload);
    if (paths.size === 0) return [];
    return containersOf(workload).flatMap(({ container, field }) =>
      entriesOf(container.volumeMounts)
        .filter(({ entry }) => paths.has(entry.name) && entry.readOnly !== true)
        .map(({ entry, at }) => ({
          field: `${field}.volumeMounts[${at}].readOnly`,
          message: `${nameInWords("container", container.name)} may write to ${paths.get(entry.name)} of the node`,
        })),
    );
  },
});

/** Paths of the node by the names of the volumes that bring them in. */
function nodePathsOf({ pod }: Workload): Map<unknown, string> {
  return new Map(
    entriesOf(pod.volumes)
      .filter(({ entry }) => entry.hostPath !== undefined && entry.hostPath !== null)
      .map(({ entry }) => {
        const { path } = recordOf(entry.hostPath);
        return [entry.name, typeof path === "string" && path !== "" ? path : "a folder"];
      }),
  );
}
