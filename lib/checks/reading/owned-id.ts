import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { ContainerInPod } from "#lib/kubernetes/pod.ts";
import { NOT_APPLICABLE, PASS, type Verdict } from "../check.ts";
import { hasOwnUsers } from "../standards/sight.ts";
import { recordOf } from "./entries.ts";
import { kubernetesMinor } from "./kubernetes-minor.ts";
import { nameInWords } from "./name-in-words.ts";
import { namespaceOf } from "./namespaced.ts";
import { isWindowsPod } from "./windows-pod.ts";

/** Ids up to this one may belong to somebody on the node; kube-score, Trivy and Checkov draw the line here too. */
const HIGHEST_SHARED_ID = 10_000;

/** OpenShift gives pods that name no user one from the range of their namespace. */
const UID_RANGE = "openshift.io/sa.scc.uid-range";

const WORDS = { runAsUser: "user", runAsGroup: "group" } as const;

/**
 * Judges whether a container runs under a user or group id of its own: its own field, else the pod's, above 10000. Who
 * sets none gets what the image says, mostly 0 or a small number. In a user namespace no id is one of the node's.
 */
export function judgeOwnedId(
  { container, workload }: ContainerInPod,
  field: keyof typeof WORDS,
  index: ClusterIndex,
): Verdict {
  const { pod } = workload;
  if (isWindowsPod(pod) || hasOwnUsers({ pod, minor: kubernetesMinor(index.kubernetesVersion) })) return NOT_APPLICABLE;
  const own = recordOf(container.securityContext)[field];
  const id = own ?? recordOf(pod.securityContext)[field];
  if (typeof id === "number" && id > HIGHEST_SHARED_ID) return PASS;
  if (typeof id !== "number" && field === "runAsUser" && isGivenUser(namespaceOf(workload), index)) return PASS;
  const seen = typeof id === "number" ? `runs as ${WORDS[field]} ${id}` : `leaves its ${WORDS[field]} to the image`;
  return [{ field: `securityContext.${field}`, message: `${nameInWords("container", container.name)} ${seen}` }];
}

function isGivenUser(namespace: string, index: ClusterIndex): boolean {
  const range = recordOf(index.find("Namespace", "", namespace)?.object.metadata.annotations)[UID_RANGE];
  return typeof range === "string" && Number.parseInt(range, 10) > HIGHEST_SHARED_ID;
}
