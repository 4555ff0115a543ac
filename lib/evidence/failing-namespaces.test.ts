import { expect, test } from "vitest";
import { failingNamespaces, mostFailing } from "./failing-namespaces.ts";

const of = (namespace: string | undefined, name: string) => ({
  resource: { apiVersion: "apps/v1", kind: "Deployment", namespace, name },
});

test("namespaces are counted by resources, each once, most first, and what has none is left out", () => {
  expect(failingNamespaces([of("b", "x"), of("a", "x"), of("a", "x"), of("a", "y"), of(undefined, "n")])).toEqual({
    namespaces: [
      { namespace: "a", fail: 2 },
      { namespace: "b", fail: 1 },
    ],
  });
  expect(failingNamespaces([of(undefined, "n")])).toEqual({});
});

test("beyond eight it is said how many more there are", () => {
  const many = Array.from({ length: 11 }, (_, at) => ({ namespace: `n${at}`, fail: at + 1 }));
  const { namespaces, moreNamespaces } = mostFailing(many, 2);
  expect(namespaces?.map(({ fail }) => fail)).toEqual([11, 10, 9, 8, 7, 6, 5, 4]);
  expect(moreNamespaces).toBe(5);
});
