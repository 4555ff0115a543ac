import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { containersOf } from "#lib/kubernetes/containers.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { NOT_APPLICABLE, notAssessable, type Verdict } from "../check.ts";
import { recordOf, recordsOf } from "./entries.ts";
import { namespaceOf, objectNamed } from "./namespaced.ts";
import { sayOnceOfWorkload } from "./say-once.ts";

type Amounts = Record<string, unknown>;

/** One container of a workload as it was measured: in each pod its use, and the requests and limits that it has there. */
export type Measured = {
  name: string;
  /** The path of a field of the container on the workload ("resources.limits.cpu"). */
  field: (of: string) => string;
  pods: { usage: Amounts; requests: Amounts; limits: Amounts }[];
};

/** What metrics-server measured of the containers of a workload (PodMetrics of metrics.k8s.io); [] when nothing. */
export function measuredOf(workload: Workload, index: ClusterIndex): Measured[] {
  const seen = new Map<string, Measured["pods"]>();
  for (const pod of index.podsOf(workload))
    for (const { name, ...amounts } of containersMeasuredIn(pod, index)) {
      const known = seen.get(name);
      if (known) known.push(amounts);
      else seen.set(name, [amounts]);
    }
  return [...seen].map(([name, pods]) => {
    // What an injector has put into the pod is not in the template.
    const own = containersOf(workload).find(({ container }) => container.name === name);
    return { name, pods, field: (of: string) => (own ? `${own.field}.${of}` : workload.podField) };
  });
}

function containersMeasuredIn(pod: KubernetesObject, index: ClusterIndex) {
  const metrics = objectNamed(index, "PodMetrics", namespaceOf(pod), pod.metadata.name)?.object;
  const { containers, initContainers } = recordOf(pod.spec);
  const running = [...recordsOf(containers), ...recordsOf(initContainers)].map(({ entry }) => entry);
  return recordsOf(metrics?.containers).flatMap(({ entry: { name, usage } }) => {
    const container = running.find((each) => each.name === name);
    if (!container || typeof name !== "string") return [];
    const { requests, limits } = recordOf(container.resources);
    return [{ name, usage: recordOf(usage), requests: recordOf(requests), limits: recordOf(limits) }];
  });
}

/** The verdict on a workload of which nothing was measured. */
export function whyUnmeasured(workload: Workload, index: ClusterIndex): Verdict {
  if (index.ofKind("PodMetrics").length === 0)
    return sayOnceOfWorkload(
      workload,
      index,
      "the snapshot holds no use of pods (PodMetrics): add `kubectl get pods.metrics.k8s.io -A -o json` to it",
    );
  const isRunning = index.podsOf(workload).some((pod) => recordOf(pod.status).phase === "Running");
  return isRunning ? notAssessable("nothing was measured of the pods of this workload") : NOT_APPLICABLE;
}

/** "250m", "1.5 cores", "96Mi". */
export function amountInWords(resource: "cpu" | "memory", amount: number): string {
  if (resource === "memory") return `${Math.round(amount / 1024 ** 2)}Mi`;
  return amount < 1 ? `${Math.round(amount * 1000)}m` : `${Math.round(amount * 10) / 10} cores`;
}
