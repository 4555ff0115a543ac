import type { Container, ContainerInPod, ContainerRole, Workload } from "./pod.ts";

/** Eighty checks ask for the same containers. */
const seen = new WeakMap<Workload, readonly ContainerInPod[]>();

/** Every container of a workload, once: containers, init containers (sidecars when they restart always), ephemeral ones. */
export function containersOf(workload: Workload): readonly ContainerInPod[] {
  let containers = seen.get(workload);
  if (!containers) {
    containers = [
      ...visit(workload, "initContainers", (container) => (container.restartPolicy === "Always" ? "sidecar" : "init")),
      ...visit(workload, "containers", () => "container"),
      ...visit(workload, "ephemeralContainers", () => "ephemeral"),
    ];
    seen.set(workload, containers);
  }
  return containers;
}

function visit(
  workload: Workload,
  list: "containers" | "initContainers" | "ephemeralContainers",
  role: (container: Container) => ContainerRole,
): ContainerInPod[] {
  const containers: unknown = workload.pod[list];
  if (!Array.isArray(containers)) return [];
  return containers.flatMap((container, index) =>
    container !== null && typeof container === "object"
      ? [
          {
            container: container as Container,
            role: role(container as Container),
            field: `${workload.podField}.${list}[${index}]`,
            workload,
          },
        ]
      : [],
  );
}
