import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leaveOutUnread } from "./leave-out-unread.ts";
import type { KubernetesObject } from "./object.ts";

const mount = (name: string) => ({ name, mountPath: "/var/run/secrets/kubernetes.io/serviceaccount" });
const pod = (more: object = {}) =>
  ({
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: "web-1", uid: "1", ownerReferences: [{ kind: "ReplicaSet", name: "web" }], ...more },
    spec: {
      containers: [{ name: "web", volumeMounts: [mount("data"), mount("kube-api-access-x7k2p")] }],
      volumes: [{ name: "data" }, { name: "kube-api-access-x7k2p", projected: {} }],
    },
    status: {
      phase: "Running",
      podIP: "10.0.0.1",
      containerStatuses: [{ name: "web", containerID: "containerd://1", state: { running: { startedAt: "now" } } }],
    },
  }) as unknown as KubernetesObject;

test("what a server printed loses what nothing reads, and replicas lose what parts them", () => {
  const { spec, status } = leaveOutUnread(pod());
  expect(status).toEqual({ phase: "Running", containerStatuses: [{ name: "web", state: { running: {} } }] });
  expect(spec).toEqual({
    containers: [{ name: "web", volumeMounts: [mount("data"), mount("kube-api-access")] }],
    volumes: [{ name: "data" }, { name: "kube-api-access", projected: {} }],
  });
});

test("a pod without an owner keeps the names of its volumes", () => {
  const alone = pod({ ownerReferences: undefined });
  expect(leaveOutUnread(alone).spec).toEqual(alone.spec);
});

describe("untouched are", () => {
  const uid = { name: "a", uid: "1" };
  test.each<[string, KubernetesObject]>([
    ["a manifest", pod({ uid: undefined })],
    [
      "a kind of which everything is read",
      { apiVersion: "v1", kind: "Service", metadata: uid, status: { podIP: "1" } },
    ],
    ["fields that are no records", { apiVersion: "v1", kind: "Node", metadata: uid, status: "images" }],
    ["a list where a record belongs", { apiVersion: "v1", kind: "Node", metadata: uid, status: [{ images: [] }] }],
    [
      "a record where a list belongs",
      { apiVersion: "v1", kind: "EndpointSlice", metadata: uid, endpoints: { zone: 1 } },
    ],
  ])("%s", (_, object) => {
    expect(leaveOutUnread(object)).toEqual(object);
  });
});

test("fields of any type end nothing, and the input stays as it is", () => {
  const junk = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constant([null, { status: null }]));
  const kinds = ["Pod", "Node", "EndpointSlice", "Endpoints", "CustomResourceDefinition", "ControllerRevision"];
  fc.assert(
    fc.property(fc.constantFrom(...kinds), junk, junk, (kind, spec, status) => {
      const object = { ...pod(), kind, spec, status, endpoints: spec, subsets: status };
      const before = JSON.stringify(object);
      const once = leaveOutUnread(object);
      expect(JSON.stringify(object)).toBe(before);
      expect(leaveOutUnread(once)).toEqual(once);
    }),
    { numRuns: 1_000, seed: 20_261_123 },
  );
});
