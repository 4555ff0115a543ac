import type { PodSpec } from "#lib/kubernetes/pod.ts";

/** True when the pod says that it is for Windows, where Kubernetes refuses or ignores the fields of Linux security. */
export function isWindowsPod(pod: PodSpec): boolean {
  return pod.os?.name === "windows";
}
