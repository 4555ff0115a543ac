import { expect, test } from "vitest";
import { buildClusterIndex } from "./build-cluster-index.ts";
import type { KubernetesObject } from "./object.ts";

const index = (objects: unknown[], options: { observedAt?: string; receivedAt?: string } = {}) =>
  buildClusterIndex(
    objects.map((object) => ({
      object: { apiVersion: "v1", ...(object as object) } as KubernetesObject,
      at: { path: "x.yaml" },
    })),
    options,
  );
const made = (time: string) => ({ kind: "Namespace", metadata: { name: "a", uid: time, creationTimestamp: time } });
const NODE = { kind: "Node", metadata: { name: "a" } };

test("a time that is given counts, whatever the objects say", () => {
  expect(index([made("2026-03-01T10:00:00Z")], { observedAt: "2026-02-01T00:00:00Z" }).observedAt).toBe(
    "2026-02-01T00:00:00.000Z",
  );
  expect(index([NODE], { observedAt: "2026-02-01T02:00:00+02:00" }).observedAt).toBe("2026-02-01T00:00:00.000Z");
  expect(index([NODE], { observedAt: "soon" }).observedAt).toBeNull();
});

test("where nothing tells it, it was taken when it came in; and never later, whatever a clock says", () => {
  const receivedAt = "2026-03-02T00:00:00Z";
  const takenAt = (objects: unknown[]) => index(objects, { receivedAt }).observedAt;
  expect(takenAt([NODE])).toBe("2026-03-02T00:00:00.000Z");
  expect(takenAt([{ kind: "ConfigMap", metadata: { name: "a" } }])).toBe("2026-03-02T00:00:00.000Z");
  expect(takenAt([made("2026-03-01T10:00:00Z")])).toBe("2026-03-01T10:00:00Z");
  expect(takenAt([made("2099-01-01T00:00:00Z")])).toBe("2026-03-02T00:00:00.000Z");
  expect(index([NODE], { receivedAt: "soon" }).observedAt).toBeNull();
});

test.each([
  ["an object", made("2026-03-01T10:00:00Z")],
  ["a heartbeat", { ...NODE, status: { conditions: [{ lastHeartbeatTime: "2026-03-01T10:00:00Z" }] } }],
  ["a lease", { kind: "Lease", metadata: { name: "a" }, spec: { renewTime: "2026-03-01T10:00:00.000000Z" } }],
  ["an event", { kind: "Event", metadata: { name: "a" }, lastTimestamp: "2026-03-01T10:00:00Z" }],
  ["a series", { kind: "Event", metadata: { name: "a" }, series: { lastObservedTime: "2026-03-01T10:00:00Z" } }],
  ["metrics", { kind: "PodMetrics", metadata: { name: "a" }, timestamp: "2026-03-01T10:00:00Z" }],
  ["a writer", { ...NODE, metadata: { name: "a", managedFields: [{ time: "2026-03-01T10:00:00Z" }, null] } }],
])("the newest time of %s counts", (_, object) => {
  const { observedAt } = index([made("2026-01-01T00:00:00Z"), NODE, object, made("2025-01-01T00:00:00Z")]);
  expect(new Date(String(observedAt)).toISOString()).toBe("2026-03-01T10:00:00.000Z");
});

test("manifests tell no time, and neither do fields of other types or times that do not exist", () => {
  expect(index([{ ...made("2026-03-01T10:00:00Z"), metadata: { name: "a" } }]).observedAt).toBeNull();
  expect(
    index([{ kind: "ConfigMap", metadata: { name: "a", creationTimestamp: "2026-03-01T10:00:00Z" } }]).observedAt,
  ).toBeNull();
  expect(
    index([
      { ...NODE, status: { conditions: [null, 3, { lastHeartbeatTime: 3 }] } },
      made("2026-99-01T10:00:00Z"),
      made("tomorrow"),
    ]).observedAt,
  ).toBeNull();
});
