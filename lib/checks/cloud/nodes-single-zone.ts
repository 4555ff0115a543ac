import { check, notAssessable, PASS } from "../check.ts";
import { zoneOf } from "../reading/node-zone.ts";

/** Judges the zone labels of all nodes of a running cluster. Passes with two zones or more. */
export const nodesSingleZone = check({
  id: "nodes-single-zone",
  title: "All nodes are in one zone",
  severity: "medium",
  layer: "cloud",
  dimension: "architecture",
  concern: null,
  references: [],
  why: "A zone fails as one: power, network, a bad change of the provider. When all nodes stand in it, no replica count and no budget helps; the whole platform is down until the zone is back.",
  seeByHand: "kubectl get nodes -L topology.kubernetes.io/zone",
  fix: "Add node pools in two more zones, then spread the workloads with topologySpreadConstraints. Disks live in one zone: stateful workloads need replicas of their own in each, or storage that is replicated across zones. Traffic between zones costs money; keep chatty services together where it matters.",
  before: `apiVersion: v1
kind: Node
metadata: { name: worker-1, labels: { topology.kubernetes.io/zone: eu-central-1a } }
---
apiVersion: v1
kind: Node
metadata: { name: worker-2, labels: { topology.kubernetes.io/zone: eu-central-1a } }
`,
  after: `apiVersion: v1
kind: Node
metadata: { name: worker-1, labels: { topology.kubernetes.io/zone: eu-central-1a } }
---
apiVersion: v1
kind: Node
metadata: { name: worker-2, labels: { topology.kubernetes.io/zone: eu-central-1b } }
`,
  of: "cluster",
  look: (index) => {
    const nodes = index.ofKind("Node");
    if (nodes.length === 0) return notAssessable("the snapshot holds no nodes, so their zones are not visible");
    if (!index.live) return notAssessable("manifests do not show every node: scan the running cluster");
    const zones = nodes.map(({ object }) => zoneOf(object));
    const known = new Set(zones.filter((zone) => zone !== undefined));
    if (known.size > 1) return PASS;
    if (known.size === 0) return notAssessable("no node carries a zone label (topology.kubernetes.io/zone)");
    const silent = zones.filter((zone) => zone === undefined).length;
    if (silent > 0) return notAssessable(`${silent} of ${nodes.length} nodes carry no zone label`);
    return [
      {
        field: "",
        message: `${nodes.length === 1 ? "the only node is" : `all ${nodes.length} nodes are`} in zone ${[...known][0]}`,
      },
    ];
  },
});
