import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { containersOf } from "#lib/kubernetes/containers.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { check, notAssessable, PASS } from "../check.ts";
import { configReferencesOf } from "../reading/config-references.ts";
import { entriesOf, recordOf, recordsOf } from "../reading/entries.ts";
import { namespaceOf, objectNamed } from "../reading/namespaced.ts";

/** Public keys that the control plane puts into every namespace. */
const PUBLIC_CONFIG: ReadonlySet<string> = new Set(["kube-root-ca.crt", "openshift-service-ca.crt"]);
/** More names would bury the others. */
const MOST_NAMES = 4;

type Mounted = { what: string; isSeen: boolean };

/**
 * Lists the Secrets, ConfigMaps and volume claims that containers of the pod mount. What is named and not in the snapshot
 * counts where it is a Secret that the pod cannot start without; otherwise nobody knows. The public certificates that
 * Kubernetes hands to all pods do not count.
 */
export const workloadMountsSensitiveData = check({
  id: "workload-mounts-sensitive-data",
  title: "Pod mounts secrets, settings or stored data",
  severity: "low",
  layer: "container",
  dimension: "security",
  concern: null,
  references: ["O25:K03"],
  why: "This is no fault by itself but a list: what whoever breaks into this pod finds on its disk. Read it together with what is exposed to the internet and with images that have holes. A mount that nothing uses any more is a gift, and a pod with much of it deserves the strictest settings first.",
  seeByHand: `kubectl get pods -A -o json | jq -r '.items[] | .metadata.namespace + "/" + .metadata.name + ": " + ([.spec.volumes[]? | .secret.secretName, .configMap.name, .persistentVolumeClaim.claimName | select(.)] | join(", "))'`,
  fix: "Go through the list with the team that owns the workload: remove mounts that nothing reads, mount single keys (items) instead of whole Secrets, and read-only where nothing is written. Where what remains is worth an attack, accept this entry with a reason and see that the pod is isolated: network policy, no token, restricted Pod Security level.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  containers:
    - name: web
      image: registry.example/shop/web:1.4.2
      volumeMounts: [{ name: database, mountPath: /run/secrets/database, readOnly: true }]
  volumes: [{ name: database, secret: { secretName: database } }]
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  containers:
    - name: web
      image: registry.example/shop/web:1.4.2
      volumeMounts: [{ name: scratch, mountPath: /tmp }]
  volumes: [{ name: scratch, emptyDir: { sizeLimit: 64Mi } }]
`,
  of: "workload",
  look: (workload, index) => {
    const mounted = mountedBy(workload);
    const all = [...configsOf(workload, index, mounted), ...claimsOf(workload, index, mounted)];
    const seen = [...new Set(all.filter(({ isSeen }) => isSeen).map(({ what }) => what))];
    const [unseen] = all;
    if (seen.length > 0) return [{ field: `${workload.podField}.volumes`, message: `the pod mounts ${listOf(seen)}` }];
    return unseen && !index.live
      ? notAssessable(`the ${unseen.what} that the pod mounts is not among these manifests`)
      : PASS;
  },
});

function listOf(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return `${names.slice(0, MOST_NAMES).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** Names of the volumes that some container mounts, as a folder or as a device. */
function mountedBy(workload: Workload): ReadonlySet<unknown> {
  return new Set(
    containersOf(workload).flatMap(({ container }) =>
      [...recordsOf(container.volumeMounts), ...recordsOf(recordOf(container).volumeDevices)].map(
        ({ entry }) => entry.name,
      ),
    ),
  );
}

function configsOf(workload: Workload, index: ClusterIndex, mounted: ReadonlySet<unknown>): Mounted[] {
  const prefixes = entriesOf(workload.pod.volumes)
    .filter(({ entry }) => mounted.has(entry.name))
    .map(({ at }) => `${workload.podField}.volumes[${at}]`);
  const ofMounted = new Set(prefixes);
  return configReferencesOf(workload).flatMap(({ kind, name, field, optional }): Mounted[] => {
    const volume = /^.*?\.volumes\[\d+\]/.exec(field)?.[0];
    if (volume === undefined || !ofMounted.has(volume) || (kind === "ConfigMap" && PUBLIC_CONFIG.has(name))) return [];
    const isThere = objectNamed(index, kind, namespaceOf(workload), name) !== undefined;
    if (!isThere && optional) return [];
    return [{ what: `${kind} "${name}"`, isSeen: isThere || kind === "Secret" }];
  });
}

function claimsOf(workload: Workload, index: ClusterIndex, mounted: ReadonlySet<unknown>): Mounted[] {
  const templates = recordsOf(recordOf(workload.object.spec).volumeClaimTemplates).flatMap(({ entry }): Mounted[] => {
    const { name } = recordOf(entry.metadata);
    return mounted.has(name) ? [{ what: `a claim of its own "${String(name)}"`, isSeen: true }] : [];
  });
  const named = entriesOf(workload.pod.volumes).flatMap(({ entry }): Mounted[] => {
    const { claimName } = recordOf(entry.persistentVolumeClaim);
    if (typeof claimName !== "string" || !mounted.has(entry.name)) return [];
    const claim = objectNamed(index, "PersistentVolumeClaim", namespaceOf(workload), claimName);
    return [{ what: `PersistentVolumeClaim "${claimName}"`, isSeen: claim !== undefined }];
  });
  return [...templates, ...named];
}
