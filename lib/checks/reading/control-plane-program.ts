import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { containersOf } from "#lib/kubernetes/containers.ts";
import type { LocatedObject } from "#lib/kubernetes/object.ts";
import type { Container } from "#lib/kubernetes/pod.ts";
import { notAssessable, type Verdict } from "../check.ts";
import { type CommandLine, commandLineOf } from "./command-line.ts";
import { recordOf, recordsOf } from "./entries.ts";
import { kubeadmProgram } from "./kubeadm-flags.ts";
import { nodeArguments } from "./node-arguments.ts";
import { oncePerIndex } from "./once-per-index.ts";

export type ControlPlaneProgram = CommandLine & {
  on: LocatedObject;
  /** Only what was added to the distribution's own flags is in sight: what is missing proves nothing. */
  isPart?: true;
};

/**
 * What the snapshot tells of the flags of a program of the control plane ("kube-apiserver", "etcd"): the pods that run it,
 * else what kubeadm was told to make of them, else what k3s notes on its nodes.
 */
export const programsOf: (index: ClusterIndex, program: string) => readonly ControlPlaneProgram[] = oncePerIndex(
  (index, program) => {
    const running = inPods(index, program);
    if (running.length > 0) return running;
    const declared = kubeadmProgram(index, program);
    if (declared.length > 0) return declared;
    return nodeArguments(index, program).map((line) => ({ ...line, isPart: true as const }));
  },
);

/** The pods of the snapshot that run a program. */
export function inPods(index: ClusterIndex, program: string): ControlPlaneProgram[] {
  return index.workloads.flatMap((workload) =>
    containersOf(workload).flatMap(({ container, field, role }) => {
      if (role !== "container") return [];
      const line = commandLineOf(container, field, program);
      const on = { object: workload.object, at: workload.at, lineOf: workload.lineOf };
      return line ? [{ ...(program === "etcd" ? withEnvironment(line, container, field) : line), on }] : [];
    }),
  );
}

/** etcd reads ETCD_CERT_FILE like --cert-file; a flag goes before. */
function withEnvironment(line: CommandLine, container: Container, field: string): CommandLine {
  const flag = (name: string) => {
    const variable = `ETCD_${name.replaceAll("-", "_").toUpperCase()}`;
    const found = recordsOf(container.env).find(({ entry }) => entry.name === variable);
    const value = found?.entry.value;
    return (
      line.flag(name) ??
      (found && typeof value === "string" ? { value, field: `${field}.env[${found.at}]` } : undefined)
    );
  };
  return { field: line.field, flag, flags: (name) => [flag(name) ?? []].flat() };
}

/**
 * Judges every place that tells the program's flags; where there is none, says why: managed and single-process control
 * planes have no such pods, and what is not visible is not well.
 */
export function judgePrograms(
  index: ClusterIndex,
  program: string,
  judge: (seen: ControlPlaneProgram) => Verdict,
): Verdict {
  const seen = programsOf(index, program);
  if (seen.length === 0) return notAssessable(whyUnseen(index, program));
  return inAll(seen.map((one) => (one.isPart ? asFarAsSeen(index, program, one, judge(one)) : judge(one))));
}

/** Faults of any place, else doubt about one, else a pass. */
export function inAll(verdicts: readonly Verdict[]): Verdict {
  const faults = verdicts.flatMap((verdict) => (Array.isArray(verdict) ? verdict : []));
  return faults.length > 0 ? faults : (verdicts.find((verdict) => !Array.isArray(verdict)) ?? []);
}

/** Of a part of the flags only what is set can be at fault, and nothing is well. */
function asFarAsSeen(index: ClusterIndex, program: string, seen: ControlPlaneProgram, verdict: Verdict): Verdict {
  const faults = Array.isArray(verdict) ? verdict.filter(({ field }) => field !== seen.field) : [];
  return faults.length > 0 ? faults : notAssessable(whyUnseen(index, program));
}

/** Why the flags of the control plane cannot be read from this snapshot. */
export function whyUnseen(index: ClusterIndex, program: string): string {
  if (index.managedControlPlane === true)
    return `the provider runs the control plane, so the settings of ${program} are not in the Kubernetes API: take them from the provider or from infrastructure as code`;
  if (isSingleProcess(index))
    return `k3s runs ${program} inside one process and not as a pod, so its settings are not in the Kubernetes API: read its configuration on the server node`;
  if (!index.live) return `the manifests hold no pod that runs ${program}`;
  return `no pod in the snapshot runs ${program}, so its settings are not visible: read them on the control-plane nodes`;
}

/** True for k3s and its like: the kubelet's version carries the name. */
export function isSingleProcess(index: ClusterIndex): boolean {
  return index.ofKind("Node").some(({ object }) => {
    const { kubeletVersion } = recordOf(recordOf(object.status).nodeInfo);
    return typeof kubeletVersion === "string" && /[+-]k[03]s/.test(kubeletVersion);
  });
}
