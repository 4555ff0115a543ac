import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { type Fault, notAssessable, PASS, type Verdict } from "../check.ts";
import { recordOf } from "./entries.ts";
import { absenceOf } from "./presence.ts";
import { type Program, type RunningProgram, workloadsRunning } from "./running-program.ts";

/**
 * Answer of a check that asks for an agent on every node: none of the programs runs (a fault on a cluster), a DaemonSet of
 * theirs is meant for fewer nodes than there are, or all is well.
 */
export function coverageOf(index: ClusterIndex, what: string, programs: readonly Program[], missing: string): Verdict {
  const running = workloadsRunning(index, programs);
  if (running.length === 0) return absenceOf(index, what, missing);
  const nodes = index.ofKind("Node").length;
  const agents = running.filter(({ workload }) => workload.ref.kind === "DaemonSet");
  if (!index.live || nodes === 0 || agents.length === 0) return PASS;
  const reached = agents.map((agent) => nodesReached(agent, index));
  const known = reached.filter((count) => count !== null);
  if (known.length === 0) return notAssessable(`${agents[0]?.program} runs, but not on how many nodes is visible`);
  // Two node pools may have a DaemonSet each.
  const sum = known.reduce((total, count) => total + count, 0);
  if (sum >= nodes) return PASS;
  const [first] = agents;
  const message = `${first?.program} (${first?.image}) is meant for ${sum} of ${nodes} nodes`;
  const fault: Fault = { field: "", message };
  return [fault];
}

/** How many nodes a DaemonSet is meant for, by its status, else by its pods; null when neither tells. */
function nodesReached({ workload }: RunningProgram, index: ClusterIndex): number | null {
  const { desiredNumberScheduled } = recordOf(workload.object.status);
  if (typeof desiredNumberScheduled === "number") return desiredNumberScheduled;
  const pods = index.podsOf(workload);
  return pods.length === 0 ? null : new Set(pods.map((pod) => recordOf(pod.spec).nodeName)).size;
}
