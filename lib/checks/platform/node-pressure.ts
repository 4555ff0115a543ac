import { check } from "../check.ts";
import { conditionOf, hasConditions } from "../reading/condition.ts";
import { sayOnceOfKind } from "../reading/say-once.ts";

const PRESSURES: Readonly<Record<string, string>> = {
  DiskPressure: "is short of disk",
  MemoryPressure: "is short of memory",
  PIDPressure: "is short of process ids",
};

/** Restricted field: the pressure conditions of a Node. Allowed: anything but True. */
export const nodePressure = check({
  id: "node-pressure",
  title: "Node is short of disk, memory or process ids",
  severity: "medium",
  layer: "cluster",
  dimension: "monitoring-health",
  concern: null,
  references: [],
  why: "Under pressure the kubelet refuses new pods and evicts running ones, those without requests first. The pods move to the other nodes and bring the shortage along, so one full disk can take a whole cluster down in an evening.",
  seeByHand:
    'kubectl get nodes -o json | jq -r \'.items[] | .metadata.name as $n | .status.conditions[] | select((.type | endswith("Pressure")) and .status == "True") | $n + " " + .type\'',
  fix: "Find what fills the node: logs and unused images for disk, pods without limits for memory, leaking processes for process ids. Give every pod requests and limits, ephemeral storage included, keep the disk large enough for two generations of images, and alert before the kubelet has to act.",
  before: `apiVersion: v1
kind: Node
metadata: { name: worker-1 }
status:
  conditions:
    - { type: DiskPressure, status: "True", reason: KubeletHasDiskPressure }
    - { type: Ready, status: "True" }
`,
  after: `apiVersion: v1
kind: Node
metadata: { name: worker-1 }
status:
  conditions:
    - { type: DiskPressure, status: "False", reason: KubeletHasNoDiskPressure }
    - { type: Ready, status: "True" }
`,
  of: "object",
  kinds: ["Node"],
  look: (located, index) => {
    if (!hasConditions(located.object))
      return sayOnceOfKind(located, index, "the nodes have no status here: scan the running cluster");
    return Object.entries(PRESSURES).flatMap(([type, what]) => {
      const condition = conditionOf(located.object, type);
      return condition?.status === "True" ? [{ field: condition.field, message: `the node ${what}` }] : [];
    });
  },
});
