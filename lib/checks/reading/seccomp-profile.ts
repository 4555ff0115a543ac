import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { ContainerInPod } from "#lib/kubernetes/pod.ts";
import { kubernetesMinor } from "./kubernetes-minor.ts";

/** The release that stopped reading the alpha annotations. */
export const ANNOTATIONS_GONE = 27;
const FROM_ANNOTATION: Readonly<Record<string, string>> = {
  "runtime/default": "RuntimeDefault",
  "docker/default": "RuntimeDefault",
  unconfined: "Unconfined",
};

/** The seccomp profile type that holds for a container: its own, else the pod's; null when nobody sets one. */
export function seccompTypeOf({ container, workload }: ContainerInPod, index: ClusterIndex): string | null {
  const own = container.securityContext?.seccompProfile?.type;
  const type = own ?? workload.pod.securityContext?.seccompProfile?.type;
  if (typeof type === "string") return type;
  if (kubernetesMinor(index.kubernetesVersion) >= ANNOTATIONS_GONE) return null;
  const annotations = workload.podMetadata.annotations ?? {};
  const value =
    annotations[`container.seccomp.security.alpha.kubernetes.io/${container.name}`] ??
    annotations["seccomp.security.alpha.kubernetes.io/pod"];
  if (typeof value !== "string") return null;
  return value.startsWith("localhost/") ? "Localhost" : (FROM_ANNOTATION[value] ?? null);
}
