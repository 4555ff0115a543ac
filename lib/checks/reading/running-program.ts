import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { containersOf } from "#lib/kubernetes/containers.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { parseImageReference } from "./image-reference.ts";

/** A program told by the path of its image, registry and tag left aside (mirrors change those, seldom the rest). */
export type Program = { name: string; image: RegExp };
export type RunningProgram = { program: string; workload: Workload; image: string };

/** Path of an image without registry, tag and digest: "prometheus/prometheus". */
export function imagePath(image: unknown): string {
  const repository = parseImageReference(image)?.repository ?? "";
  const [first = "", ...rest] = repository.split("/");
  const isRegistry = rest.length > 0 && (first.includes(".") || first.includes(":") || first === "localhost");
  return (isRegistry ? rest.join("/") : repository).toLowerCase();
}

/** Last part of the path of an image: "postgres" of "docker.io/library/postgres:16". */
export function imageName(image: unknown): string {
  return imagePath(image).split("/").at(-1) ?? "";
}

/** Those workloads of the snapshot that run one of the programs and are not scaled down to nothing. */
export function workloadsRunning(index: ClusterIndex, programs: readonly Program[]): RunningProgram[] {
  return index.workloads.flatMap((workload) => {
    if (workload.replicas === 0 || hasEnded(workload)) return [];
    for (const { container, role } of containersOf(workload)) {
      if (role === "ephemeral" || role === "init") continue;
      const path = imagePath(container.image);
      const program = programs.find(({ image }) => image.test(path));
      if (program) return [{ program: program.name, workload, image: String(container.image) }];
    }
    return [];
  });
}

function hasEnded(workload: Workload): boolean {
  if (workload.ref.kind === "Job" || workload.ref.kind === "CronJob") return true;
  const { status } = workload.object;
  const phase = typeof status === "object" && status !== null ? (status as Record<string, unknown>).phase : undefined;
  return workload.ref.kind === "Pod" && (phase === "Succeeded" || phase === "Failed");
}
