import { expect, test } from "vitest";
import { buildClusterIndex } from "#lib/kubernetes/build-cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { evaluate } from "../evaluate.ts";
import { clusterAdminBinding } from "../rbac/cluster-admin-binding.ts";
import { rbacWildcard } from "../rbac/rbac-wildcard.ts";

const EKS = { "eks.amazonaws.com/nodegroup": "blue" };
const K3S = {
  "objectset.rio.cattle.io/owner-gvk": "k3s.cattle.io/v1, Kind=Addon",
  "objectset.rio.cattle.io/owner-name": "local-storage",
};

const role = (metadata: object): KubernetesObject => ({
  apiVersion: "rbac.authorization.k8s.io/v1",
  kind: "ClusterRole",
  metadata: { name: "agent", ...metadata },
  rules: [{ apiGroups: [""], resources: ["pods"], verbs: ["*"] }],
});
const binding = (metadata: object): KubernetesObject => ({
  apiVersion: "rbac.authorization.k8s.io/v1",
  kind: "ClusterRoleBinding",
  metadata: { name: "agent", ...metadata },
  roleRef: { kind: "ClusterRole", name: "cluster-admin" },
  subjects: [{ kind: "User", name: "agent" }],
});

function outcomes(object: KubernetesObject, labels: Record<string, string>): string[] {
  const node = { apiVersion: "v1", kind: "Node", metadata: { name: "worker-1", labels } };
  const index = buildClusterIndex([object, node].map((each) => ({ object: each, at: { path: "a.yaml" } })));
  return evaluate(index, [rbacWildcard, clusterAdminBinding]).results.map(({ outcome }) => outcome);
}

test("what the manager of a managed cluster writes is nobody's choice there, and elsewhere it is", () => {
  const marked = { labels: { "addonmanager.kubernetes.io/mode": "Reconcile" } };
  for (const object of [role({ name: "eks:addon-manager" }), role(marked)]) {
    expect(outcomes(object, EKS)).toEqual([]);
    expect(outcomes(object, { "node-role.kubernetes.io/control-plane": "" })).toEqual(["fail"]);
  }
  expect(outcomes(binding(marked), EKS)).toEqual(["pass"]);
  expect(outcomes(binding({}), EKS)).toEqual(["fail"]);
});

test("what k3s brings along is not judged; what somebody puts into its folder is", () => {
  expect(outcomes(role({ annotations: K3S }), {})).toEqual([]);
  const own = { ...K3S, "objectset.rio.cattle.io/owner-name": "our-agent" };
  expect(outcomes(role({ annotations: own }), {})).toEqual(["fail"]);
});
