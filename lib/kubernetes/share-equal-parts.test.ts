import fc from "fast-check";
import { expect, test } from "vitest";
import type { KubernetesObject } from "./object.ts";
import { EqualParts } from "./share-equal-parts.ts";

const pod = (name: string) =>
  ({
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name, uid: `uid-${name}`, labels: { app: "web" } },
    spec: { nodeName: name, containers: [{ name: "web", image: "web:1", args: ["--a", "--b"] }] },
  }) as unknown as KubernetesObject;

test("equal parts of different objects are one and the same", () => {
  const parts = new EqualParts();
  const [a, b] = [parts.share(pod("a")), parts.share(pod("b"))];
  const containers = ({ spec }: KubernetesObject) => (spec as { containers: unknown[] }).containers;
  expect(containers(a)).toBe(containers(b));
  expect(a.metadata.labels).toBe(b.metadata.labels);
  expect([a, b]).toEqual([pod("a"), pod("b")]);
});

test("parts that differ in one place, in the order of fields or in being a list stay apart", () => {
  const value = fc.jsonValue({ maxDepth: 4 });
  const near = fc.oneof(
    fc.constantFrom<unknown>({ a: 1, b: 2 }, { b: 2, a: 1 }, [1, 2], { 0: 1, 1: 2 }, [], {}, null, "", 0, false),
    fc.record({ a: fc.constantFrom(0, -0, 1, 1.5, "1", true, null), b: fc.constantFrom([], {}, [[]], [{}]) }),
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(value, near), { maxLength: 40 }), (values) => {
      const parts = new EqualParts();
      const objects = values.map((spec) => ({ ...pod("a"), spec, status: structuredClone(spec) }));
      const before = objects.map((object) => JSON.stringify(object));
      const shared = objects.map((object) => parts.share(object));
      expect(shared.map((object) => JSON.stringify(object))).toEqual(before);
    }),
    { numRuns: 500, seed: 20_261_123 },
  );
});

test("texts of one length that differ in one character stay apart", () => {
  const parts = new EqualParts();
  const text = "x".repeat(200);
  const texts = Array.from({ length: 200 }, (_, at) => `${text.slice(0, at)}y${text.slice(at + 1)}`);
  const shared = texts.map((one) => parts.share({ ...pod("a"), spec: { args: [one] } }));
  expect(shared.map(({ spec }) => spec)).toEqual(texts.map((one) => ({ args: [one] })));
});

test("what is remembered has an end, and what comes after it is right all the same", () => {
  const parts = new EqualParts();
  for (let at = 0; at < 200_000; at++) {
    const { spec } = parts.share({ ...pod("a"), spec: { number: at } });
    if (at % 10_000 === 0) expect(spec).toEqual({ number: at });
  }
});
