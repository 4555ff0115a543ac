import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { check, type Fault, notAssessable } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { bringsRuntime, type Ended, endedRuntime, endedSystem } from "../reading/node-software.ts";
import { TABLES_CHECKED } from "../reading/tables-checked.ts";

/** Years for which the vendor of a system that brings its own runtime is taken to mend it after its makers have stopped. */
const VENDOR_YEARS = 1;

/**
 * Judges status.nodeInfo.containerRuntimeVersion and osImage of a Node against the ends of support that their makers
 * announced; a release that is newer than the tables of these is not assessable. The kernel is not judged by its number:
 * distributions carry fixes back into old ones, so the system decides.
 */
export const nodeRuntimeOrOsEol = check({
  id: "node-runtime-or-os-eol",
  title: "Node runs software that is out of support",
  severity: "medium",
  layer: "cluster",
  dimension: "architecture",
  concern: null,
  references: ["NSA upgrade", "O22:K10", "O25:K07"],
  why: "Runtime and operating system are the wall between containers and machine. Once their makers stop, the next hole in it is published and stays open, on every node at once. New versions of Kubernetes stop working with old runtimes too, so the upgrade that would mend one thing waits for the other.",
  seeByHand: "kubectl get nodes -o wide",
  fix: "Replace nodes by ones with a newer image, pool by pool: cordon, drain, delete. Let it be routine (a node lives for weeks, not years), or choose an image that updates itself. Try kernels and drivers for storage and graphics cards on one node first. Support that you bought beyond these dates, such as Ubuntu Pro, is an answer worth writing down.",
  before: `apiVersion: v1
kind: Node
metadata: { name: worker-1 }
status: { nodeInfo: { containerRuntimeVersion: "containerd://1.5.9", osImage: Ubuntu 24.04.1 LTS } }
`,
  after: `apiVersion: v1
kind: Node
metadata: { name: worker-1 }
status: { nodeInfo: { containerRuntimeVersion: "containerd://2.3.1", osImage: Ubuntu 24.04.1 LTS } }
`,
  of: "object",
  kinds: ["Node"],
  look: ({ object }, index) => {
    const { containerRuntimeVersion, osImage } = recordOf(recordOf(object.status).nodeInfo);
    const runtime = typeof containerRuntimeVersion === "string" ? endedRuntime(containerRuntimeVersion) : undefined;
    const system = typeof osImage === "string" ? endedSystem(osImage) : undefined;
    const isVendors = typeof osImage === "string" && bringsRuntime(osImage);
    const faults = [
      ...faultOf(runtime, "containerRuntimeVersion", index, isVendors ? VENDOR_YEARS : 0),
      ...faultOf(system, "osImage", index, 0),
    ];
    if (faults.length > 0 || (runtime !== undefined && system !== undefined)) return faults;
    const unknown = [
      ...(runtime === undefined ? [`the runtime (${wordsOf(containerRuntimeVersion)})`] : []),
      ...(system === undefined ? [`the operating system (${wordsOf(osImage)})`] : []),
    ];
    return notAssessable(`the end of support of ${unknown.join(" and ")} is not known to this check`);
  },
});

/** Over is what ended before the snapshot was taken, or before the tables were last checked. */
function faultOf(ended: Ended | null | undefined, name: string, index: ClusterIndex, grace: number): Fault[] {
  if (!ended) return [];
  const taken = index.observedAt?.slice(0, 10) ?? "";
  const over = `${Number(ended.since.slice(0, 4)) + grace}${ended.since.slice(4)}`;
  if (over > TABLES_CHECKED && over > taken) return [];
  return [{ field: `status.nodeInfo.${name}`, message: `${ended.what} gets no fixes since ${ended.since}` }];
}

function wordsOf(value: unknown): string {
  return typeof value === "string" && value !== "" ? value.slice(0, 80) : "the node does not say it";
}
