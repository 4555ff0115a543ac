import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { containersOf } from "#lib/kubernetes/containers.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { parseImageReference, registryOf } from "./image-reference.ts";
import { oncePerIndex } from "./once-per-index.ts";
import { podLabelsOf } from "./pod-template.ts";

/**
 * A program told by the path of its image, registry and tag left aside (mirrors change those, seldom the rest), or by the
 * name that its pods carry as a label, which is tried as if it were a path of one part.
 */
export type Program = { name: string; image: RegExp };
export type RunningProgram = { program: string; workload: Workload; image: string };

/** Path of an image without registry, tag and digest: "prometheus/prometheus". */
export function imagePath(image: unknown): string {
  const repository = parseImageReference(image)?.repository ?? "";
  const registry = registryOf(repository);
  return (registry === null ? repository : repository.slice(registry.length + 1)).toLowerCase();
}

/** Last part of the path of an image: "postgres" of "docker.io/library/postgres:16". */
export function imageName(image: unknown): string {
  return imagePath(image).split("/").at(-1) ?? "";
}

/** Those workloads of the snapshot that run one of the programs and are not scaled down to nothing. */
export const workloadsRunning: (index: ClusterIndex, programs: readonly Program[]) => readonly RunningProgram[] =
  oncePerIndex(findRunning);

/** The same by workload: what a check asks that looks at one workload after the other. */
export const runningByWorkload: (
  index: ClusterIndex,
  programs: readonly Program[],
) => ReadonlyMap<Workload, RunningProgram> = oncePerIndex(
  (index: ClusterIndex, programs: readonly Program[]): ReadonlyMap<Workload, RunningProgram> =>
    new Map(workloadsRunning(index, programs).map((running) => [running.workload, running])),
);

/** Kubernetes takes no longer one; a text without end is no program. */
const LONGEST_LABEL = 63;

function findRunning(index: ClusterIndex, programs: readonly Program[]): RunningProgram[] {
  return index.workloads.flatMap((workload) => {
    if (workload.replicas === 0 || hasEnded(workload)) return [];
    const running = containersOf(workload).filter(({ role }) => role === "container" || role === "sidecar");
    for (const { container } of running) {
      const names = namesOfImage(container.image);
      const program = programs.find(({ image }) => names.some((name) => image.test(name)));
      if (program) return [{ program: program.name, workload, image: String(container.image) }];
    }
    const labels = podLabelsOf(workload);
    const name = labels["app.kubernetes.io/name"] ?? labels["k8s-app"] ?? "";
    const program = name.length > LONGEST_LABEL ? undefined : programs.find(({ image }) => image.test(name));
    return program && running.length > 0
      ? [{ program: program.name, workload, image: String(running[0]?.container.image) }]
      : [];
  });
}

/** The path, and what a mirror of Rancher's style made of it: "mirrored-fluent-fluent-bit" is fluent/fluent-bit. */
function namesOfImage(image: unknown): string[] {
  const path = imagePath(image);
  const mirrored = /(?:^|\/)mirrored-([\w.-]+)$/.exec(path)?.[1];
  if (mirrored === undefined) return [path];
  const words = mirrored.split("-");
  return [path, mirrored, ...words.slice(1).map((_, at) => words.slice(at + 1).join("-"))];
}

function hasEnded(workload: Workload): boolean {
  if (workload.ref.kind === "Job" || workload.ref.kind === "CronJob") return true;
  const { status } = workload.object;
  const phase = typeof status === "object" && status !== null ? (status as Record<string, unknown>).phase : undefined;
  return workload.ref.kind === "Pod" && (phase === "Succeeded" || phase === "Failed");
}
