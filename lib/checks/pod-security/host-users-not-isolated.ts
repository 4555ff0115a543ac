import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { containersOf } from "#lib/kubernetes/containers.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { check, NOT_APPLICABLE, PASS, RUNNING_ROLES } from "../check.ts";
import { entriesOf, recordOf, recordsOf } from "../reading/entries.ts";
import { whyForeignCode } from "../reading/foreign-code.ts";
import { kubernetesMinor } from "../reading/kubernetes-minor.ts";
import { nameInWords } from "../reading/name-in-words.ts";
import { namespaceOf } from "../reading/namespaced.ts";
import { isolationOf } from "../reading/sandbox-runtime.ts";
import { podContextOf } from "../reading/security-contexts.ts";
import { isWindowsPod } from "../reading/windows-pod.ts";
import { isBaselineCapability } from "../standards/allowed.ts";

/** Since this minor the API server takes hostUsers without a feature gate that nothing in a snapshot shows. */
const ON_BY_DEFAULT_SINCE = 33;
const SENSITIVITY = /(^|[./-])(sensitive|sensitivity|data-sensitivity|classification|data-classification)$/;
const HIGH = /^(true|high|highest|restricted|confidential|secret|critical|pii|pci)$/i;

/**
 * Restricted field: hostUsers of pods whose escape is feared most: what keeps running as root by its manifest, is
 * privileged or has capabilities beyond Pod Security's baseline, runs code of strangers, or is labelled as sensitive.
 * Allowed: false, or a sandboxing runtime. Init containers end before they can be reached. Not applicable: all else, what
 * Kubernetes refuses it to (host namespaces, raw block volumes, Windows), agents that work on the node's own files, and
 * clusters before 1.33.
 */
export const hostUsersNotIsolated = check({
  id: "host-users-not-isolated",
  title: "Sensitive pod shares the node's user ids",
  severity: "low",
  layer: "container",
  dimension: "security",
  concern: "runtime-isolation",
  references: ["NSA pod", "O22:K01", "O25:K01"],
  escalatesTo: "cluster",
  why: "Without a user namespace, root in this container is root on the node as soon as anything lets it out: a hole in the kernel or the runtime, a forgotten mount. With one it arrives outside as a user that owns nothing, and its capabilities end at its own walls. Many escapes of past years would have been worth nothing.",
  seeByHand: `kubectl get pods -A -o json | jq -r '.items[] | select(.spec.hostUsers != false) | select([.spec.securityContext, .spec.containers[].securityContext] | any(.runAsUser == 0 or .privileged == true)) | .metadata.namespace + "/" + .metadata.name'`,
  fix: "Set hostUsers: false. The nodes need Linux 6.3 or newer, containerd 2.0 or CRI-O 1.25, and file systems that can map ids (most can; NFS cannot). It does not go together with host namespaces or raw block volumes, and what loads modules or mounts disks of the node no longer can. Start with builds and plug-ins. A pod that need not be root is better off as an ordinary user.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: builder, namespace: ci }
spec:
  selector: { matchLabels: { app: builder } }
  template:
    metadata: { labels: { app: builder } }
    spec:
      containers:
        - name: builder
          image: registry.example/ci/builder:3.1.0
          securityContext: { runAsUser: 0 }
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: builder, namespace: ci }
spec:
  selector: { matchLabels: { app: builder } }
  template:
    metadata: { labels: { app: builder } }
    spec:
      hostUsers: false
      containers:
        - name: builder
          image: registry.example/ci/builder:3.1.0
          securityContext: { runAsUser: 0 }
`,
  of: "workload",
  look: (workload, index) => {
    if (kubernetesMinor(index.kubernetesVersion) < ON_BY_DEFAULT_SINCE || !canHaveOwnUsers(workload))
      return NOT_APPLICABLE;
    const reason = whyPrivileged(workload) ?? whyForeign(workload, index) ?? whyLabelled(workload);
    if (reason === null) return NOT_APPLICABLE;
    const { pod, podField, podMetadata } = workload;
    if (pod.hostUsers === false || isolationOf(pod, podMetadata, index).kind === "sandboxed") return PASS;
    const seen = pod.hostUsers === true ? "hostUsers is true" : "hostUsers is not set to false";
    return [{ field: `${podField}.hostUsers`, message: `${reason.slice(0, 300)}, and ${seen}` }];
  },
});

/** False where Kubernetes refuses a user namespace, or where it would take away what the pod is for. */
function canHaveOwnUsers(workload: Workload): boolean {
  const { pod } = workload;
  const sharesNode = [pod.hostNetwork, pod.hostPID, pod.hostIPC].includes(true);
  if (sharesNode || isWindowsPod(pod)) return false;
  const hasBlockVolumes = containersOf(workload).some(
    ({ container }) => recordsOf(recordOf(container).volumeDevices).length > 0,
  );
  return !hasBlockVolumes && !entriesOf(pod.volumes).some(({ entry }) => entry.hostPath);
}

function whyPrivileged(workload: Workload): string | null {
  const inherited = podContextOf(workload).runAsUser;
  for (const { container, role } of containersOf(workload)) {
    if (!RUNNING_ROLES.includes(role)) continue;
    const { privileged, runAsUser, capabilities } = recordOf(container.securityContext);
    const name = nameInWords("container", container.name);
    if (privileged === true) return `${name} is privileged`;
    if ((runAsUser ?? inherited) === 0) return `${name} runs as root`;
    const { add } = recordOf(capabilities);
    const beyond = Array.isArray(add) ? add.find((one) => typeof one === "string" && !isBaselineCapability(one)) : null;
    if (beyond) return `${name} has the capability ${beyond}`;
  }
  return null;
}

function whyForeign(workload: Workload, index: ClusterIndex): string | null {
  const { object, pod, podMetadata } = workload;
  const namespace = index.find("Namespace", "", namespaceOf(workload))?.object.metadata;
  return whyForeignCode(pod, [
    { where: "the pod", ...podMetadata },
    { where: `the ${object.kind}`, ...object.metadata },
    { where: "the namespace", ...namespace },
  ]);
}

function whyLabelled({ object, podMetadata }: Workload): string | null {
  const labels = Object.entries({ ...recordOf(object.metadata.labels), ...recordOf(podMetadata.labels) });
  const label = labels.find(([key, value]) => SENSITIVITY.test(key) && typeof value === "string" && HIGH.test(value));
  return label ? `its label ${label[0]} says ${label[1]}` : null;
}
