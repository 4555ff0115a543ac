import { containersOf } from "#lib/kubernetes/containers.ts";
import type { Container, PodSecurityContext, PodSpec, SecurityContext, Workload } from "#lib/kubernetes/pod.ts";

/** What the controls of the Pod Security Standards look at, with types that hostile input cannot break. */
export type Sight = {
  pod: PodSpec;
  context: PodSecurityContext;
  containers: { container: Container; context: SecurityContext }[];
  annotations: Record<string, string>;
  minor: number;
};

export function sightOf(workload: Workload, minor: number): Sight {
  const record = (value: unknown) => (value !== null && typeof value === "object" ? value : {});
  return {
    pod: workload.pod,
    context: record(workload.pod.securityContext) as PodSecurityContext,
    containers: containersOf(workload).map(({ container }) => ({
      container,
      context: record(container.securityContext) as SecurityContext,
    })),
    annotations: Object.fromEntries(
      Object.entries(record(workload.podMetadata.annotations)).filter(([, value]) => typeof value === "string"),
    ),
    minor,
  };
}

/** Pods that declare Windows are spared controls that mean nothing there, since 1.25. */
export function isWindows({ pod, minor }: Pick<Sight, "pod" | "minor">): boolean {
  return minor >= 25 && pod.os?.name === "windows";
}

/** Pods in a user namespace of their own: root inside is nobody outside, since 1.35. */
export function hasOwnUsers({ pod, minor }: Pick<Sight, "pod" | "minor">): boolean {
  return minor >= 35 && pod.hostUsers === false;
}

export function listOf<T>(value: readonly T[] | undefined): readonly T[] {
  return Array.isArray(value) ? value : [];
}
