import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { containersOf } from "#lib/kubernetes/containers.ts";
import type { LocatedObject } from "#lib/kubernetes/object.ts";
import { notAssessable, type Verdict } from "../check.ts";
import { stringsOf } from "./entries.ts";
import { oncePerIndex } from "./once-per-index.ts";

/** One flag of a command line: its value ("true" when it has none) and where it stands in the object. */
export type Flag = { value: string; field: string };
export type ControlPlaneProgram = {
  on: LocatedObject;
  /** Field path of the container's command line, for what is missing from it. */
  field: string;
  flag: (name: string) => Flag | undefined;
};

/** The pods of the snapshot that run a program of the control plane ("kube-apiserver", "etcd"), with their flags. */
export const programsOf: (index: ClusterIndex, program: string) => readonly ControlPlaneProgram[] =
  oncePerIndex(findPrograms);

function findPrograms(index: ClusterIndex, program: string): ControlPlaneProgram[] {
  return index.workloads.flatMap((workload) =>
    containersOf(workload).flatMap(({ container, field, role }) => {
      if (role !== "container") return [];
      const words = unwrapShell(
        wordsOf(container.command, `${field}.command`).concat(wordsOf(container.args, `${field}.args`)),
        program,
      );
      // etcdctl and friends, and exporters that name the API server, are told apart by the first word.
      if (words[0]?.value.split("/").at(-1) !== program) return [];
      const flags = flagsOf(words.slice(1));
      return [
        {
          on: { object: workload.object, at: workload.at },
          field: Array.isArray(container.command) ? `${field}.command` : `${field}.args`,
          flag: (name: string) => flags.get(name),
        },
      ];
    }),
  );
}

/**
 * Judges every pod that runs the program; where none is seen, says why: managed and single-process control planes have
 * no such pods, and what is not visible is not well.
 */
export function judgePrograms(
  index: ClusterIndex,
  program: string,
  judge: (seen: ControlPlaneProgram) => Verdict,
): Verdict {
  const seen = programsOf(index, program);
  if (seen.length === 0) return notAssessable(whyUnseen(index, program));
  const verdicts = seen.map(judge);
  const faults = verdicts.flatMap((verdict) => (Array.isArray(verdict) ? verdict : []));
  return faults.length > 0 ? faults : (verdicts.find((verdict) => !Array.isArray(verdict)) ?? []);
}

/** Why the flags of the control plane cannot be read from this snapshot. */
export function whyUnseen(index: ClusterIndex, program: string, otherwise?: string): string {
  if (index.managedControlPlane === true)
    return `the provider runs the control plane, so the settings of ${program} are not in the Kubernetes API: take them from the provider or from infrastructure as code`;
  if (isSingleProcess(index))
    return `k3s runs ${program} inside one process and not as a pod, so its settings are not in the Kubernetes API: read its configuration on the server node`;
  if (otherwise !== undefined) return otherwise;
  if (!index.live) return `the manifests hold no pod that runs ${program}`;
  return `no pod in the snapshot runs ${program}, so its settings are not visible: read them on the control-plane nodes`;
}

/** True for k3s and its like: the kubelet's version carries the name. */
function isSingleProcess(index: ClusterIndex): boolean {
  return index.ofKind("Node").some(({ object }) => {
    const info = (object.status as { nodeInfo?: { kubeletVersion?: unknown } } | undefined)?.nodeInfo;
    return typeof info?.kubeletVersion === "string" && /[+-]k[03]s/.test(info.kubeletVersion);
  });
}

type Word = { value: string; field: string };

function wordsOf(list: unknown, field: string): Word[] {
  if (!Array.isArray(list)) return [];
  const words = list.map((value, at) => ({ value, field: `${field}[${at}]` }));
  return words.filter((word) => stringsOf([word.value]).length > 0);
}

/** The command line inside `sh -c "exec kube-apiserver --flag …"`, each word with the place of the whole script. */
function unwrapShell(words: readonly Word[], program: string): readonly Word[] {
  const [shell, option, script] = words;
  if (!shell || !script || !/(^|\/)(ba|da)?sh$/.test(shell.value) || option?.value !== "-c") return words;
  const inner = script.value.split(/\s+/).map((value) => ({ value, field: script.field }));
  const start = inner.findIndex(({ value }) => value.split("/").at(-1) === program);
  return start < 0 ? words : inner.slice(start);
}

/** "--name=value", "--name value" and a bare "--name"; of a flag given twice, the last counts. */
function flagsOf(words: readonly Word[]): Map<string, Flag> {
  const flags = new Map<string, Flag>();
  words.forEach((word, at) => {
    const match = /^--?([a-z][a-z0-9-]*)(?:=([\s\S]*))?$/i.exec(word.value.trim());
    if (!match?.[1]) return;
    const next = words[at + 1]?.value;
    const value = match[2] ?? (next !== undefined && !next.startsWith("-") ? next : "true");
    flags.set(match[1], { value: value.trim(), field: word.field });
  });
  return flags;
}
