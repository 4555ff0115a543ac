import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { notAssessable, PASS, type Verdict } from "../check.ts";
import { type Program, workloadsRunning } from "./running-program.ts";

/**
 * Answer of a check that asks whether something runs anywhere in the cluster. Seen is seen, in manifests too; that it is
 * nowhere can be said of a cluster alone, and of one whose workloads were collected.
 *
 * what: "a log collector"; missing: the sentence for a cluster without it.
 */
export function presenceOf(
  index: ClusterIndex,
  what: string,
  programs: readonly Program[],
  missing: string,
  seenOtherwise = false,
): Verdict {
  if (seenOtherwise || workloadsRunning(index, programs).length > 0) return PASS;
  return absenceOf(index, what, missing);
}

/** The verdict when nothing of the kind was seen: a fault on a whole cluster, undecided on less. */
export function absenceOf(index: ClusterIndex, what: string, missing: string): Verdict {
  if (!index.live)
    return notAssessable(`manifests alone do not show whether the cluster has ${what}: scan the running cluster`);
  if (!isWholeCluster(index))
    return notAssessable(`the snapshot is a part of the cluster, so whether there is ${what} elsewhere cannot be told`);
  return [{ field: "", message: missing }];
}

/**
 * True when the snapshot can be taken for all of a running cluster. A few objects that somebody printed look as live; a
 * collector brings nodes and workloads.
 */
export function isWholeCluster(index: ClusterIndex): boolean {
  return index.live && index.ofKind("Node").length > 0 && index.workloads.length > 0;
}
