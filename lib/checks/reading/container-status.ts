import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { containersOf } from "#lib/kubernetes/containers.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { type Fault, NOT_APPLICABLE, notAssessable, type Verdict } from "../check.ts";
import { entriesOf, recordOf, recordsOf } from "./entries.ts";
import { nameInWords } from "./name-in-words.ts";
import { runsToCompletion } from "./pod-template.ts";
import { sayOnceOfWorkload } from "./say-once.ts";

const LISTS = ["initContainerStatuses", "containerStatuses", "ephemeralContainerStatuses"];

/** What a kubelet says of one container of one pod. */
export type ContainerStatus = { name: unknown; entry: Record<string, unknown>; field: string; pod: KubernetesObject };

/** What is wrong with a container: where in its status it stands, where it is set on the container, and the sentence's end. */
export type Sight = { field: string; cause: string; words: string };

/**
 * Judges the status of every container of the pods of a workload. What is seen of the same container in several pods is one
 * fault, which counts them. It is placed at the cause in the pod template, or in the status of a pod without an owner.
 */
export function judgeContainerStatus(
  workload: Workload,
  index: ClusterIndex,
  judge: (status: ContainerStatus) => Sight | null,
): Verdict {
  const pods = index.podsOf(workload).filter((pod) => statusesOf(pod).length > 0);
  if (pods.length === 0) return whyNoStatus(workload, index);
  const seen = new Map<unknown, { first: Fault; sight: Sight; pods: Set<KubernetesObject> }>();
  for (const status of pods.flatMap(statusesOf)) {
    const sight = judge(status);
    if (!sight) continue;
    const known = seen.get(status.name);
    if (known) known.pods.add(status.pod);
    else seen.set(status.name, { first: faultOf(workload, status, sight), sight, pods: new Set([status.pod]) });
  }
  return [...seen.values()].map(({ first, pods: hit }) =>
    pods.length === 1 ? first : { ...first, message: `${first.message} (${hit.size} of ${pods.length} pods)` },
  );
}

function statusesOf(pod: KubernetesObject): ContainerStatus[] {
  return LISTS.flatMap((list) =>
    recordsOf(recordOf(pod.status)[list]).map(({ entry, at }) => ({
      name: entry.name,
      entry,
      field: `status.${list}[${at}]`,
      pod,
    })),
  );
}

function faultOf(workload: Workload, status: ContainerStatus, sight: Sight): Fault {
  const message = `${nameInWords("container", status.name)} ${sight.words}`;
  // A path within a pod means nothing on the object that owns it.
  if (status.pod === workload.object) return { field: sight.field, message };
  const own = containersOf(workload).find(({ container }) => container.name === status.name);
  return { field: own ? `${own.field}.${sight.cause}` : workload.podField, message };
}

/** The verdict on a workload none of whose pods says anything: manifests, jobs that ended, what is scaled to nothing. */
export function whyNoStatus(workload: Workload, index: ClusterIndex): Verdict {
  if (!index.live)
    return sayOnceOfWorkload(workload, index, "manifests do not show how pods run: scan the running cluster");
  if (runsToCompletion(workload) || workload.replicas === 0 || recordOf(workload.object.status).replicas === 0)
    return NOT_APPLICABLE;
  const isWaiting = index.podsOf(workload).length > 0 || recordOf(workload.object.status).desiredNumberScheduled === 0;
  if (isWaiting || entriesOf(workload.pod.containers).length === 0) return NOT_APPLICABLE;
  return notAssessable("no pod of this workload is in the snapshot");
}
