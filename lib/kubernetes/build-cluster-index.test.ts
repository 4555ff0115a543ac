import { describe, expect, test } from "vitest";
import { buildClusterIndex, NEWEST_KUBERNETES } from "./build-cluster-index.ts";
import type { KubernetesObject } from "./object.ts";

const index = (objects: unknown[], options: { kubernetesVersion?: string } = {}) =>
  buildClusterIndex(
    objects.map((object) => ({ object: object as KubernetesObject, at: { path: "x.yaml" } })),
    options,
  );

const node = (name: string, more: { labels?: object; version?: string; providerID?: string } = {}) => ({
  apiVersion: "v1",
  kind: "Node",
  metadata: { name, labels: more.labels ?? {} },
  spec: { providerID: more.providerID },
  status: { nodeInfo: { kubeletVersion: more.version } },
});
const pod = (name: string, labels: object, namespace?: string) => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name, labels, ...(namespace ? { namespace } : {}) },
  spec: { containers: [{ name: "web", image: "registry.example/web:1" }] },
});

describe("the version of Kubernetes", () => {
  const apiServer = {
    ...pod("kube-apiserver-a", {}),
    spec: { containers: [{ image: "registry.k8s.io/kube-apiserver:v1.33.4" }] },
  };

  test("is what is given, else the API server's image, else the newest kubelet, else the newest known", () => {
    const nodes = [
      node("a", { version: "v1.9.7-eks-1" }),
      node("b", { version: "v1.31.2+k3s1" }),
      node("c", { version: "v1.30.5" }),
    ];
    expect(index([...nodes, apiServer], { kubernetesVersion: "1.20" }).kubernetesVersion).toBe("1.20");
    expect(index([...nodes, apiServer]).kubernetesVersion).toBe("1.33");
    expect(index(nodes).kubernetesVersion).toBe("1.31");
    expect(index([node("a", { version: "none" })]).kubernetesVersion).toBe(NEWEST_KUBERNETES);
  });

  test("is the API server's own only where it was given or its pods tell it", () => {
    const older = { ...apiServer, ...pod("kube-apiserver-b", {}) };
    older.spec = { containers: [{ name: "kube-apiserver", image: "registry.k8s.io/kube-apiserver-amd64:v1.32.9" }] };
    expect(index([apiServer, older]).serverVersions).toEqual({ oldest: "1.32", newest: "1.33" });
    expect(index([apiServer], { kubernetesVersion: "1.20" }).serverVersions).toEqual({
      oldest: "1.20",
      newest: "1.20",
    });
    expect(index([node("a", { version: "v1.31.2" })]).serverVersions).toBeNull();
  });
});

describe("whose control plane it is", () => {
  test.each([
    ["EKS by its labels", node("a", { labels: { "eks.amazonaws.com/nodegroup": "x" } }), true],
    ["EKS by its version", node("a", { version: "v1.29.1-eks-508b6b3" }), true],
    ["GKE by its version", node("a", { version: "v1.30.5-gke.1443001" }), true],
    ["AKS by its labels", node("a", { labels: { "kubernetes.azure.com/cluster": "x" } }), true],
    [
      "AKS by its machines",
      node("a", {
        providerID:
          "azure:///subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachineScaleSets/aks-pool1-1-vmss/virtualMachines/0",
      }),
      true,
    ],
    ["GKE by its machines", node("a", { providerID: "gce://project/zone/gke-prod-pool-1" }), true],
    ["machines of AWS alone", node("a", { providerID: "aws:///eu-central-1a/i-1" }), null],
    ["k3s", node("a", { labels: { "node-role.kubernetes.io/control-plane": "true" }, version: "v1.31.2+k3s1" }), false],
    ["a node that says nothing", node("a"), null],
  ])("%s", (_, given, expected) => {
    expect(index([given]).managedControlPlane).toBe(expected);
  });

  test("nothing tells in plain manifests", () => {
    expect(index([pod("a", {})]).managedControlPlane).toBeNull();
    expect(index([pod("a", {})]).live).toBe(false);
    expect(index([{ ...pod("a", {}), metadata: { name: "a", uid: "1" } }]).live).toBe(true);
  });
});

describe("relations of a workload", () => {
  const service = (name: string, selector: unknown, more: object = {}) => ({
    apiVersion: "v1",
    kind: "Service",
    metadata: { name, namespace: "shop", ...more },
    spec: { selector },
  });
  const policy = (name: string, podSelector: unknown, apiVersion = "networking.k8s.io/v1") => ({
    apiVersion,
    kind: "NetworkPolicy",
    metadata: { name, namespace: "shop" },
    spec: { podSelector },
  });
  const named = (objects: readonly { object: KubernetesObject }[]) => objects.map(({ object }) => object.metadata.name);

  test("Services by their whole selector, within the namespace", () => {
    const found = index([
      pod("web", { app: "web", tier: "front" }, "shop"),
      service("one", { app: "web" }),
      service("both", { tier: "front", app: "web" }),
      service("other", { app: "web", tier: "back" }),
      service("none", {}),
      service("odd", { app: 7 }),
      service("elsewhere", { app: "web" }, { namespace: "bank" }),
      { ...service("alias", { app: "web" }), spec: { type: "ExternalName", selector: { app: "web" } } },
      { ...service("knative", { app: "web" }), apiVersion: "serving.knative.dev/v1" },
    ]);
    const [workload] = found.workloads;
    expect(workload && named(found.servicesOf(workload)).sort()).toEqual(["both", "one"]);
  });

  test("network policies by labels and expressions; an empty selector is everyone", () => {
    const found = index([
      pod("web", { app: "web" }, "shop"),
      policy("all", {}),
      policy("web", { matchLabels: { app: "web" } }),
      policy("in", { matchExpressions: [{ key: "app", operator: "In", values: ["web", "api"] }] }),
      policy("absent", { matchExpressions: [{ key: "tier", operator: "DoesNotExist" }] }),
      policy("other", { matchLabels: { app: "api" } }),
      policy("odd", { matchExpressions: "x" }),
      policy("calico", undefined, "crd.projectcalico.org/v1"),
    ]);
    const [workload] = found.workloads;
    expect(workload && named(found.networkPoliciesOf(workload))).toEqual(["absent", "all", "in", "web"]);
  });

  test("an object without a namespace lies in default", () => {
    const found = index([
      pod("web", { app: "web" }),
      { ...service("web", { app: "web" }), metadata: { name: "web", namespace: "default" } },
    ]);
    const [workload] = found.workloads;
    expect(workload && named(found.servicesOf(workload))).toEqual(["web"]);
  });
});

test("kinds and names that every JavaScript object has are counted like others", () => {
  const odd = ["__proto__", "constructor", "hasOwnProperty", "toString"].map((kind) => ({
    apiVersion: "x/v1",
    kind,
    metadata: { name: kind, namespace: kind },
  }));
  const found = index(odd);
  expect(Object.entries(found.counts)).toEqual(odd.map(({ kind }) => [kind, 1]));
  expect(found.ofKind("valueOf")).toEqual([]);
  expect(found.find("constructor", "constructor", "constructor")?.object.kind).toBe("constructor");
  expect(found.namespaces).toEqual(["__proto__", "constructor", "hasOwnProperty", "toString"]);
});

test("kinds are found with and without their group", () => {
  const found = index([
    { apiVersion: "networking.k8s.io/v1", kind: "Ingress", metadata: { name: "a" } },
    { apiVersion: "extensions/v1beta1", kind: "Ingress", metadata: { name: "b" } },
  ]);
  expect([found.ofKind("Ingress").length, found.ofKind("networking.k8s.io/Ingress").length]).toEqual([2, 1]);
});

test("an object that is listed twice is counted twice, and looked at once", () => {
  const twice = { ...pod("a", {}, "shop"), metadata: { name: "a", namespace: "shop", uid: "1" } };
  const found = index([
    twice,
    structuredClone(twice),
    { ...twice, metadata: { name: "b", namespace: "shop", uid: "1" } },
  ]);
  expect([found.counts, found.workloads.length, found.ofKind("Pod").length]).toEqual([{ Pod: 3 }, 2, 2]);
});

test("values that no text can be made of tell nothing, and break nothing", () => {
  const poison = { toString: 1, valueOf: 1 };
  const found = index([
    { ...node("a"), spec: { providerID: poison }, status: { nodeInfo: { kubeletVersion: poison } } },
    { ...pod("b", {}), spec: { containers: [{ image: poison }, poison], nodeName: poison } },
    { ...pod("c", {}), metadata: { name: "c", labels: poison, ownerReferences: poison } },
  ]);
  expect([found.managedControlPlane, found.kubernetesVersion]).toEqual([null, NEWEST_KUBERNETES]);
  for (const workload of found.workloads)
    expect([...found.servicesOf(workload), ...found.networkPoliciesOf(workload)]).toEqual([]);
});
