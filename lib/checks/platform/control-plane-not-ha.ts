import { check, notAssessable, PASS } from "../check.ts";
import { recordOf } from "../reading/entries.ts";

const ROLES = ["control-plane", "master", "controlplane"].map((role) => `node-role.kubernetes.io/${role}`);

/** Judges how many nodes of a running cluster carry the label of the control plane. Allowed: two and more. */
export const controlPlaneNotHa = check({
  id: "control-plane-not-ha",
  title: "Control plane stands on a single node",
  severity: "high",
  layer: "cluster",
  dimension: "architecture",
  concern: null,
  references: [],
  why: "When this node is lost nothing is scheduled, scaled or healed, and nobody can look or act. What runs goes on for a while; what falls stays down. If etcd had its only copy there, the cluster is gone with it.",
  seeByHand: "kubectl get nodes -l node-role.kubernetes.io/control-plane",
  fix: "Run three control-plane nodes in three zones behind a load balancer, with three members of etcd: two are worse than one, for both must stand. Moving a single one to three is a planned afternoon with a backup of etcd before it. Or let a provider run the control plane.",
  before: `apiVersion: v1
kind: Node
metadata: { name: cp-1, labels: { node-role.kubernetes.io/control-plane: "" } }
`,
  after: `apiVersion: v1
kind: Node
metadata: { name: cp-1, labels: { node-role.kubernetes.io/control-plane: "" } }
---
apiVersion: v1
kind: Node
metadata: { name: cp-2, labels: { node-role.kubernetes.io/control-plane: "" } }
---
apiVersion: v1
kind: Node
metadata: { name: cp-3, labels: { node-role.kubernetes.io/control-plane: "" } }
`,
  of: "cluster",
  look: (index) => {
    if (index.managedControlPlane === true)
      return notAssessable(
        "the provider runs the control plane: how it is spread is a setting and a promise of theirs",
      );
    if (!index.live) return notAssessable("manifests do not show the control plane: scan the running cluster");
    const nodes = index
      .ofKind("Node")
      .filter(({ object }) => ROLES.some((role) => recordOf(object.metadata.labels)[role] !== undefined));
    if (nodes.length === 0) return notAssessable("no node in the snapshot carries the label of the control plane");
    if (nodes.length > 1) return PASS;
    return [{ on: nodes[0], field: "metadata.labels", message: "it is the only node of the control plane" }];
  },
});
