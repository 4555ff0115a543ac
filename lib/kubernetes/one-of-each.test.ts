import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LocatedObject } from "./object.ts";
import { oneOfEach } from "./one-of-each.ts";

type Given = { path?: string; uid?: string; version?: string; created?: string; apiVersion?: string; data?: number };

const one = ({ path = "a.json", uid, version, created, apiVersion = "v1", data = 0 }: Given): LocatedObject => ({
  object: {
    apiVersion,
    kind: "ConfigMap",
    metadata: { name: "a", namespace: "shop", uid, resourceVersion: version, creationTimestamp: created },
    data,
  },
  at: { path },
});
const kept = (...given: Given[]) => oneOfEach(given.map(one)).map(({ object, at }) => [at.path, object.data]);

describe("what a server printed is kept once:", () => {
  test.each<[string, Given[], [string, number][]]>([
    [
      "the highest version",
      [
        { version: "999", data: 1 },
        { version: "1000", data: 2 },
      ],
      [["a.json", 2]],
    ],
    [
      "of one version the latest",
      [
        { created: "2026-01-02", data: 1 },
        { created: "2026-01-03", data: 2 },
      ],
      [["a.json", 2]],
    ],
    [
      "else the first by its place",
      [
        { path: "b", data: 1 },
        { path: "a", data: 2 },
      ],
      [["a", 2]],
    ],
    [
      "whatever its apiVersion",
      [
        { apiVersion: "b/v1", version: "1" },
        { apiVersion: "a/v1", version: "2", data: 2 },
      ],
      [["a.json", 2]],
    ],
  ])("%s", (_, given, expected) => {
    const printed = given.map((each) => ({ uid: "1", ...each }));
    expect(kept(...printed)).toEqual(expected);
    expect(kept(...printed.toReversed())).toEqual(expected);
  });

  test("an object that was made anew under its name replaces the old one", () => {
    expect(kept({ uid: "old", version: "7", data: 1 }, { uid: "new", version: "8", data: 2 })).toEqual([["a.json", 2]]);
  });

  test("two kinds of one name from two groups are two objects", () => {
    expect(kept({ uid: "1", apiVersion: "a/v1", data: 1 }, { uid: "2", apiVersion: "b/v1", data: 2 })).toHaveLength(2);
  });
});

test("of manifests of one name equal ones are kept once, others are declarations of their own", () => {
  expect(kept({ path: "prod", data: 1 }, { path: "base", data: 1 })).toEqual([["base", 1]]);
  expect(kept({ path: "prod", data: 1 }, { path: "base", data: 2 })).toEqual([
    ["base", 2],
    ["prod", 1],
  ]);
  expect(kept({ path: "prod", data: 1 }, { path: "base", data: 1, uid: "1" })).toHaveLength(2);
});

test("the order in which objects come in changes nothing", () => {
  const few = <T>(...values: T[]) => fc.constantFrom(undefined, ...values);
  const given = fc.record({
    path: few("a", "b"),
    uid: few("1", "2"),
    version: few("1", "10", "x"),
    apiVersion: few("a/v1"),
    data: few(1, 2),
  });
  const two = fc
    .array(given, { maxLength: 12 })
    .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
  fc.assert(
    fc.property(two, ([all, shuffled]) => {
      expect(kept(...shuffled)).toEqual(kept(...all));
    }),
    { numRuns: 2_000, seed: 20_261_123 },
  );
});
