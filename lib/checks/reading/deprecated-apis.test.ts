import { expect, test } from "vitest";
import { DEPRECATED_APIS, deprecationOf } from "./deprecated-apis.ts";

test("each version and kind stands once, and is deprecated before it goes", () => {
  const pairs = DEPRECATED_APIS.flatMap(({ apiVersion, kinds }) => kinds.map((kind) => `${apiVersion} ${kind}`));
  expect(new Set(pairs).size).toBe(pairs.length);
  expect(DEPRECATED_APIS.filter(({ deprecated, removed }) => deprecated >= removed)).toEqual([]);
});

test("what is to be written instead is itself not deprecated", () => {
  const stale = DEPRECATED_APIS.filter(({ kinds, instead }) =>
    kinds.some((kind) => instead && deprecationOf(instead, kind)),
  );
  expect(stale).toEqual([]);
});
