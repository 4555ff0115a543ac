import { expect, test } from "vitest";
import { buildClusterIndex } from "#lib/kubernetes/build-cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { evaluate } from "../evaluate.ts";
import { hostNetwork } from "../pod-security/host-network.ts";
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

test("pods that k3s makes are not asked for what their template says", () => {
  const balancer = (metadata: object): KubernetesObject => ({
    apiVersion: "apps/v1",
    kind: "DaemonSet",
    metadata: { name: "svclb-web", namespace: "kube-system", ...metadata },
    spec: { template: { spec: { hostNetwork: true, containers: [{ name: "lb" }] } } },
  });
  const looked = (object: KubernetesObject) =>
    evaluate(buildClusterIndex([{ object, at: { path: "a.yaml" } }]), [hostNetwork]).results.length;
  const labels = { "svccontroller.k3s.cattle.io/svcname": "web" };
  expect(looked(balancer({ labels }))).toBe(0);
  expect(looked(balancer({ labels, namespace: "shop" }))).toBe(1);
  expect(looked(balancer({ labels: { "helmcharts.helm.cattle.io/chart": "ours" } }))).toBe(1);
});

test("what k3s brings along is not judged; what somebody puts into its folder is", () => {
  expect(outcomes(role({ annotations: K3S }), {})).toEqual([]);
  const own = { ...K3S, "objectset.rio.cattle.io/owner-name": "our-agent" };
  expect(outcomes(role({ annotations: own }), {})).toEqual(["fail"]);
});
