import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { LocatedObject } from "#lib/kubernetes/object.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { NOT_APPLICABLE, notAssessable, type Verdict } from "../check.ts";

/** What holds for a whole snapshot, as that manifests show no status, is said at the first object of a kind alone. */
export function sayOnceOfKind({ object }: LocatedObject, index: ClusterIndex, reason: string): Verdict {
  return index.ofKind(object.kind)[0]?.object === object ? notAssessable(reason) : NOT_APPLICABLE;
}

/** The same at the first workload alone. */
export function sayOnceOfWorkload(workload: Workload, index: ClusterIndex, reason: string): Verdict {
  return index.workloads[0] === workload ? notAssessable(reason) : NOT_APPLICABLE;
}
