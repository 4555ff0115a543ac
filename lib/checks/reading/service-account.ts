import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { entriesOf, recordOf, recordsOf } from "./entries.ts";
import { namespaceOf, objectNamed } from "./namespaced.ts";
import { isMirrorPod } from "./pod-template.ts";

/** A service account by its namespace and name. */
export type Account = { namespace: string; name: string };

/** The service account that the pods run as; what names none runs as "default". */
export function accountOf(workload: Workload): Account {
  const { pod } = workload;
  const named = pod.serviceAccountName || pod.serviceAccount;
  return { namespace: namespaceOf(workload), name: typeof named === "string" && named !== "" ? named : "default" };
}

/** Path of the field that says the service account, as the manifest has it. */
export function accountField({ pod, podField }: Workload): string {
  return `${podField}.${pod.serviceAccountName || !pod.serviceAccount ? "serviceAccountName" : "serviceAccount"}`;
}

/**
 * True when the pods find a token for the Kubernetes API in their files: mounted unless the pod, else its account, says no,
 * or asked for by a projected volume. The mirror of a static pod gets none.
 */
export function mountsToken(workload: Workload, index: ClusterIndex): boolean {
  if (isMirrorPod(workload)) return false;
  const { automountServiceAccountToken } = workload.pod;
  if (automountServiceAccountToken === true || projectsToken(workload)) return true;
  if (automountServiceAccountToken === false) return false;
  const { namespace, name } = accountOf(workload);
  return objectNamed(index, "ServiceAccount", namespace, name)?.object.automountServiceAccountToken !== false;
}

/** A token for another audience (a vault, a cloud) opens nothing here. */
function projectsToken({ pod }: Workload): boolean {
  return entriesOf(pod.volumes).some(({ entry }) =>
    recordsOf(recordOf(entry.projected).sources).some(({ entry: { serviceAccountToken } }) => {
      if (serviceAccountToken === undefined || serviceAccountToken === null) return false;
      const { audience } = recordOf(serviceAccountToken);
      return typeof audience !== "string" || audience === "" || audience.includes("kubernetes.default.svc");
    }),
  );
}
