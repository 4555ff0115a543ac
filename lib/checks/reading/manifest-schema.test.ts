import { expect, test } from "vitest";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { FIELDS, KNOWN_KINDS } from "./kubernetes-fields.ts";
import { isKindOfOtherVersion, schemaFaults } from "./manifest-schema.ts";
import { nearest } from "./nearest-word.ts";

test("every type that a field holds is in the table, and every kind is a type", () => {
  const held = Object.values(FIELDS).flatMap((list) => list.split(", ").map((field) => field.split(" ")[1] ?? ""));
  const types = held.map((holds) => holds.replace(/^(\[\]|\{\})+/, "")).filter((holds) => !/^[snbiqx]$/.test(holds));
  for (const type of [...types, ...Object.values(KNOWN_KINDS).flat()]) expect(Object.keys(FIELDS)).toContain(type);
});

test("fields are missed, unknown or of the wrong type by their whole path", () => {
  const spec = {
    template: { spec: { containers: [{ name: "web", image: "web:1", ports: [{ containerPort: "80" }] }] } },
  };
  const object = { apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "web" }, spec } as KubernetesObject;
  expect(schemaFaults(object).map(({ field }) => field)).toEqual([
    "spec.selector",
    "spec.template.spec.containers[0].ports[0].containerPort",
  ]);
  expect(schemaFaults({ ...object, spec: 3 }).map(({ field }) => field)).toEqual(["spec"]);
  const messages = schemaFaults({ ...object, spec: { ...spec, selector: {}, replica: 2 } }).map(
    ({ message }) => message,
  );
  expect(messages).toContain('"replica" is no field of spec; "replicas" is one');
});

test("a kind belongs to its version", () => {
  const of = (apiVersion: string, kind: string) => isKindOfOtherVersion({ apiVersion, kind, metadata: { name: "a" } });
  expect(of("v1", "Deployment")).toBe(true);
  expect(of("apps/v1", "Deployment")).toBe(false);
  expect(of("serving.knative.dev/v1", "Service")).toBe(false);
  expect(of("v1", "Node")).toBe(false);
});

test("the nearest word is the one that was meant", () => {
  expect(nearest("Containers", ["containers", "volumes"])).toBe("containers");
  expect(nearest("contaners", ["containers", "volumes"])).toBe("containers");
  expect(nearest("env", ["exec", "args"])).toBeNull();
  expect(nearest("something", ["containers", "volumes"])).toBeNull();
});
