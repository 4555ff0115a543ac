import type { Workload } from "#lib/kubernetes/pod.ts";
import type { PodSecurityVerdict } from "./result.ts";
import { baselineViolations } from "./standards/baseline.ts";
import { minorOf } from "./standards/minor.ts";
import { restrictedViolations } from "./standards/restricted.ts";

/**
 * The strictest Pod Security level that a workload's pod satisfies, as Kubernetes' own admission decides it for a version
 * ("1.34"), with the controls that it violates. Source: k8s.io/pod-security-admission, control by control.
 */
export function podSecurityOf(workload: Workload, kubernetesVersion: string): PodSecurityVerdict {
  const minor = minorOf(kubernetesVersion);
  const baseline = baselineViolations(workload, minor);
  const restricted = restrictedViolations(workload, minor);
  const level = baseline.length > 0 ? "privileged" : restricted.length > 0 ? "baseline" : "restricted";
  return {
    resource: workload.ref,
    level,
    violations: [
      ...baseline.map((control) => ({ level: "baseline" as const, control })),
      ...restricted.map((control) => ({ level: "restricted" as const, control })),
    ],
  };
}
