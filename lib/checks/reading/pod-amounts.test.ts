import { expect, test } from "vitest";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { podAmount } from "./pod-amounts.ts";

const pod = (spec: object) => ({ apiVersion: "v1", kind: "Pod", metadata: { name: "a" }, spec }) as KubernetesObject;
const asks = (cpu: unknown) => ({ resources: { requests: { cpu } } });
const cpu = (spec: object) => podAmount(pod(spec), "requests", "cpu");

test("containers add up, and what starts before them counts when it is larger", () => {
  expect(cpu({ containers: [asks("250m"), asks(1)] })).toBe(1.25);
  expect(cpu({ containers: [asks("250m")], initContainers: [asks("2"), asks("1")] })).toBe(2);
});

test("a sidecar runs beside the containers and beside what starts after it", () => {
  const sidecar = { ...asks("500m"), restartPolicy: "Always" };
  expect(cpu({ containers: [asks("1")], initContainers: [sidecar] })).toBe(1.5);
  expect(cpu({ containers: [asks("1")], initContainers: [sidecar, asks("2")] })).toBe(2.5);
  expect(cpu({ containers: [asks("1")], initContainers: [asks("2"), sidecar] })).toBe(2);
});

test("a limit stands for a request that is not set, the pod's own amounts win, and overhead is added", () => {
  const limited = { resources: { limits: { cpu: "2" } } };
  expect(cpu({ containers: [limited] })).toBe(2);
  expect(podAmount(pod({ containers: [asks("1")] }), "limits", "cpu")).toBe(0);
  expect(cpu({ resources: { requests: { cpu: "3" } }, containers: [asks("1")], overhead: { cpu: "100m" } })).toBe(3.1);
});

test("nothing that can be read is nothing", () => {
  for (const spec of [{}, { containers: 3 }, { containers: [null, { resources: 7 }, asks("much"), asks(-1)] }])
    expect(cpu(spec)).toBe(0);
});
