import type { ContainerInPod } from "#lib/kubernetes/pod.ts";
import { NOT_APPLICABLE, PASS, type Verdict } from "../check.ts";
import { PROBED_KINDS, type ScanSettings } from "../settings.ts";
import { recordOf } from "./entries.ts";
import { isMirrorPod, runsToCompletion } from "./pod-template.ts";

const ACTIONS = ["httpGet", "tcpSocket", "exec", "grpc"];

/**
 * Judges whether a container that keeps running has a probe that does something. Jobs, and bare pods that are not
 * restarted, end by themselves and need none; what a kubelet runs from a file is the control plane's own.
 */
export function judgeProbe(
  { container, workload }: ContainerInPod,
  kind: "livenessProbe" | "readinessProbe",
  { probedKinds }: ScanSettings,
): Verdict {
  if (runsToCompletion(workload) || isMirrorPod(workload)) return NOT_APPLICABLE;
  if (isDecided(workload.ref.kind) && !probedKinds.some((each) => each === workload.ref.kind)) return NOT_APPLICABLE;
  const probe = recordOf(container[kind]);
  if (ACTIONS.some((action) => probe[action] !== undefined && probe[action] !== null)) return PASS;
  const word = kind === "livenessProbe" ? "liveness" : "readiness";
  const seen = Object.keys(probe).length > 0 ? `a ${word} probe that asks nothing` : `no ${word} probe`;
  return [{ field: kind, message: `container "${container.name}" has ${seen}` }];
}

/** Kinds that the settings do not know are asked always. */
function isDecided(kind: string): boolean {
  return PROBED_KINDS.some((each) => each === kind);
}
