import { expect, test } from "vitest";
import { buildClusterIndex } from "#lib/kubernetes/build-cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { roomLeft } from "./cluster-room.ts";

const node = (name: string, cpu: string, spec = {}): KubernetesObject => ({
  apiVersion: "v1",
  kind: "Node",
  metadata: { name },
  spec,
  status: { allocatable: { cpu } },
});
const pod = (name: string, nodeName: string, cpu: string, phase = "Running"): KubernetesObject => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name, namespace: "shop" },
  spec: { nodeName, containers: [{ name: "web", resources: { requests: { cpu } } }] },
  status: { phase },
});
const room = (...objects: KubernetesObject[]) =>
  roomLeft(buildClusterIndex(objects.map((object) => ({ object, at: { path: "room.yaml" } }))), "cpu");

test("room is what nodes have less what runs on them", () => {
  expect(room(node("a", "4"), node("b", "2"), pod("p", "a", "1500m"), pod("q", "b", "500m"))).toBe(4);
});

test("a full node lends nothing to the others, a cordoned one gives nothing, what has ended takes nothing", () => {
  expect(room(node("a", "1"), node("b", "2"), pod("p", "a", "3"))).toBe(2);
  expect(room(node("a", "4", { unschedulable: true }), node("b", "2"))).toBe(2);
  expect(room(node("a", "4"), pod("p", "a", "3", "Succeeded"))).toBe(4);
});

test("without nodes nobody knows", () => {
  expect(room(pod("p", "a", "1"))).toBe(null);
});
