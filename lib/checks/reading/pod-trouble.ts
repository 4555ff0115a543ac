import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { recordOf, recordsOf } from "./entries.ts";
import { reasonInWords } from "./reason-in-words.ts";

/** Restarts from which a container is taken for one that cannot stay up, and not for one that was moved once or twice. */
const MANY_RESTARTS = 5;

/** Waiting reasons of the ordinary start of a pod. */
const STARTING: ReadonlySet<unknown> = new Set(["ContainerCreating", "PodInitializing"]);

export type Trouble = { field: string; what: string };

/**
 * What is wrong with a pod by its own status: pending, waiting in a back-off, restarted time and again, failed, held by a
 * finalizer while it ends, or running and not ready. A pod that has ended well is fine.
 */
export function troublesOf(pod: KubernetesObject): Trouble[] {
  const status = recordOf(pod.status);
  const { phase } = status;
  if (phase === "Succeeded") return [];
  if (pod.metadata.deletionTimestamp !== undefined)
    return Array.isArray(pod.metadata.finalizers) && pod.metadata.finalizers.length > 0
      ? [{ field: "metadata.finalizers", what: `is ending, but ${pod.metadata.finalizers.join(", ")} holds it` }]
      : [];
  if (phase === "Failed" || phase === "Unknown")
    return [{ field: "status.phase", what: `is ${phase}${reasonInWords(status) || reasonInWords(firstEnd(status))}` }];
  const containers = ["initContainerStatuses", "containerStatuses"].flatMap((list) =>
    recordsOf(status[list]).flatMap(({ entry, at }) => containerTroubles(entry, `status.${list}[${at}]`)),
  );
  if (containers.length > 0) return containers;
  if (phase === "Pending") return pendingTroubles(status);
  const ready = recordsOf(status.conditions).find(({ entry }) => entry.type === "Ready");
  if (phase !== "Running" || ready?.entry.status !== "False") return [];
  return [
    { field: `status.conditions[${ready.at}].status`, what: `is running but not ready${reasonInWords(ready.entry)}` },
  ];
}

function containerTroubles(container: Record<string, unknown>, field: string): Trouble[] {
  const { name, restartCount, state } = container;
  const waiting = recordOf(recordOf(state).waiting);
  if (typeof waiting.reason === "string" && !STARTING.has(waiting.reason))
    return [{ field: `${field}.state.waiting.reason`, what: `has container "${name}" waiting: ${waiting.reason}` }];
  if (typeof restartCount === "number" && restartCount >= MANY_RESTARTS)
    return [{ field: `${field}.restartCount`, what: `has container "${name}" restarted ${restartCount} times` }];
  return [];
}

/** Without a clock a pod that just starts cannot be told from one that never will, unless the scheduler has given up. */
function pendingTroubles(status: Record<string, unknown>): Trouble[] {
  const scheduled = recordsOf(status.conditions).find(({ entry }) => entry.type === "PodScheduled");
  const isStarting = ["initContainerStatuses", "containerStatuses"].some((list) => recordsOf(status[list]).length > 0);
  if (scheduled?.entry.status === "False")
    return [
      { field: `status.conditions[${scheduled.at}].status`, what: `is pending${reasonInWords(scheduled.entry)}` },
    ];
  return isStarting
    ? [{ field: "status.phase", what: "is pending: its containers have not started" }]
    : [{ field: "status.phase", what: `is pending${reasonInWords(status)}` }];
}

/** How the first container of a pod ended, where the pod itself gives no reason. */
function firstEnd(status: Record<string, unknown>): Record<string, unknown> {
  const ends = recordsOf(status.containerStatuses).map(({ entry }) => recordOf(recordOf(entry.state).terminated));
  return ends.find(({ reason }) => typeof reason === "string" && reason !== "Completed") ?? {};
}
