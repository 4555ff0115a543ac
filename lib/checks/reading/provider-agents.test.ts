import { expect, test } from "vitest";
import { buildClusterIndex } from "#lib/kubernetes/build-cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { evaluate } from "../evaluate.ts";
import { privilegedContainer } from "../pod-security/privileged-container.ts";
import { isProvidersAgent } from "./provider-agents.ts";

const EKS_PROXY = "602401143452.dkr.ecr.eu-central-1.amazonaws.com/eks/kube-proxy:v1.34.1-eksbuild.2";

function agent(image: string, metadata: Partial<KubernetesObject["metadata"]> = {}): KubernetesObject {
  const containers = [{ name: "agent", image, securityContext: { privileged: true } }];
  return {
    apiVersion: "apps/v1",
    kind: "DaemonSet",
    metadata: { name: "agent", namespace: "kube-system", ...metadata },
    spec: { template: { spec: { containers } } },
  };
}

function clusterOf(object: KubernetesObject, labels: Record<string, string>) {
  const node = { apiVersion: "v1", kind: "Node", metadata: { name: "worker-1", labels } };
  return buildClusterIndex([object, node].map((each) => ({ object: each, at: { path: "a.yaml" } })));
}

const MANAGED = { "eks.amazonaws.com/nodegroup": "blue" };
const isAgent = (object: KubernetesObject, labels: Record<string, string> = MANAGED) => {
  const index = clusterOf(object, labels);
  return index.workloads.map((workload) => isProvidersAgent(workload, index));
};

test("agents from the provider's registry, or kept by its manager, are the provider's", () => {
  expect(isAgent(agent(EKS_PROXY))).toEqual([true]);
  expect(isAgent(agent("mcr.microsoft.com/oss/v2/kubernetes/kube-proxy:v1.34.1"))).toEqual([true]);
  const marks = { "addonmanager.kubernetes.io/mode": "Reconcile" };
  expect(isAgent(agent("example/agent:1", { labels: marks }))).toEqual([true]);
});

test("the same elsewhere, of one's own, or on one's own cluster is not", () => {
  expect(isAgent(agent(EKS_PROXY, { namespace: "shop" }))).toEqual([false]);
  expect(isAgent(agent("111122223333.dkr.ecr.eu-central-1.amazonaws.com/shop/agent:1"))).toEqual([false]);
  expect(isAgent(agent(EKS_PROXY), { "node-role.kubernetes.io/control-plane": "" })).toEqual([false]);
});

test("hardening is not asked of them, and of everyone else as before", () => {
  const failing = (labels: Record<string, string>) =>
    evaluate(clusterOf(agent(EKS_PROXY), labels), [privilegedContainer]).results.map(({ outcome }) => outcome);
  expect(failing(MANAGED)).toEqual([]);
  expect(failing({})).toEqual(["fail"]);
});
