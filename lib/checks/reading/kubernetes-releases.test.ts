import { expect, test } from "vitest";
import { NEWEST_KUBERNETES } from "#lib/kubernetes/build-cluster-index.ts";
import { endOfLifeOf, KUBERNETES_RELEASES, OLDEST_SUPPORTED_MINOR } from "./kubernetes-releases.ts";

test("the releases follow each other without a gap, newest first, and end in order", () => {
  const minors = KUBERNETES_RELEASES.map(({ minor }) => minor);
  expect(minors).toEqual(minors.map((_, at) => (minors[0] ?? 0) - at));
  const ends = KUBERNETES_RELEASES.flatMap(({ endOfLife }) => (endOfLife ? [endOfLife] : []));
  expect(ends).toEqual([...ends].sort().reverse());
});

test("the newest release is the one that snapshots without a version are taken for", () => {
  expect(`1.${KUBERNETES_RELEASES[0]?.minor}`).toBe(NEWEST_KUBERNETES);
});

test("the newest three are supported", () => {
  expect(OLDEST_SUPPORTED_MINOR).toBe((KUBERNETES_RELEASES[0]?.minor ?? 0) - 2);
  expect(endOfLifeOf(24)).toBe("2023-07-28");
  expect(endOfLifeOf(1)).toBeUndefined();
});
