import { expect, test } from "vitest";
import { buildClusterIndex } from "#lib/kubernetes/build-cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { evaluate } from "../evaluate.ts";
import { hostNetwork } from "../pod-security/host-network.ts";

function outcomes(kind: string, program: string, metadata: object): string[] {
  const pod = { hostNetwork: true, containers: [{ name: "a", command: [program, "--v=2"] }] };
  const object: KubernetesObject = {
    apiVersion: kind === "Pod" ? "v1" : "apps/v1",
    kind,
    metadata: { name: "a", namespace: "kube-system", ...metadata },
    spec: kind === "Pod" ? pod : { template: { spec: pod } },
  };
  const index = buildClusterIndex([{ object, at: { path: "a.yaml" } }]);
  return evaluate(index, [hostNetwork]).results.map(({ outcome }) => outcome);
}

const MIRROR = { annotations: { "kubernetes.io/config.mirror": "4f2a" } };

test("the control plane's own pods and kube-proxy need the node, and are not asked", () => {
  for (const program of ["kube-apiserver", "kube-controller-manager", "kube-scheduler", "etcd"])
    expect(outcomes("Pod", program, MIRROR)).toEqual([]);
  expect(outcomes("DaemonSet", "/usr/local/bin/kube-proxy", {})).toEqual([]);
});

test("others are, and so is a manifest that only looks like one", () => {
  expect(outcomes("Pod", "miner", MIRROR)).toEqual(["fail"]);
  expect(outcomes("Pod", "kube-apiserver", {})).toEqual(["fail"]);
  expect(outcomes("Pod", "kube-apiserver", { ...MIRROR, namespace: "shop" })).toEqual(["fail"]);
  expect(outcomes("DaemonSet", "flanneld", {})).toEqual(["fail"]);
});
