import { containersOf } from "#lib/kubernetes/containers.ts";
import type { Container, PodSecurityContext, SecurityContext, Workload } from "#lib/kubernetes/pod.ts";
import { recordOf } from "./entries.ts";
import { nameInWords } from "./name-in-words.ts";

/** A security context of a pod: whose it is, in words and as an object, and the path of its field. */
export type ContextPlace = {
  context: SecurityContext;
  container: Container | null;
  whose: string;
  /** e.g. "spec.template.spec.containers[0].securityContext" */
  field: string;
};

/** The security contexts of a pod as they are written, empty ones included: the pod's own, then that of every container. */
export function securityContextsOf(workload: Workload): ContextPlace[] {
  return [
    { context: podContextOf(workload), container: null, whose: "the pod", field: podContextField(workload) },
    ...containersOf(workload).map(({ container, field }) => ({
      context: recordOf(container.securityContext) as SecurityContext,
      container,
      whose: nameInWords("container", container.name),
      field: `${field}.securityContext`,
    })),
  ];
}

/** The pod's own security context, {} where it has none. */
export function podContextOf({ pod }: Workload): PodSecurityContext {
  return recordOf(pod.securityContext) as PodSecurityContext;
}

export function podContextField({ podField }: Workload): string {
  return `${podField}.securityContext`;
}
