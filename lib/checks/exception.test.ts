import fc from "fast-check";
import { expect, test } from "vitest";
import { type Exception, isExcepted, isInForce, isLike } from "./exception.ts";

const exception: Exception = {
  id: "e",
  check: "host-network",
  kind: "DaemonSet",
  namespace: "kube-*",
  name: "",
  owner: "Ada",
  reason: "the agent measures the node's network",
  endsOn: "2027-01-31",
};
const agent = { apiVersion: "apps/v1", kind: "DaemonSet", namespace: "kube-system", name: "agent" };

test("speaks of its own check, kind and namespaces alone", () => {
  expect(isExcepted(exception, "host-network", agent)).toBe(true);
  expect(isExcepted(exception, "host-pid", agent)).toBe(false);
  expect(isExcepted(exception, "host-network", { ...agent, kind: "Deployment" })).toBe(false);
  expect(isExcepted(exception, "host-network", { ...agent, namespace: "shop" })).toBe(false);
  expect(isExcepted(exception, "host-network", { ...agent, namespace: undefined })).toBe(false);
  expect(isExcepted({ ...exception, namespace: "" }, "host-network", { ...agent, namespace: undefined })).toBe(true);
});

test("holds through its last day, and not a second longer", () => {
  expect(isInForce(exception, "2027-01-31T23:59:59.999Z")).toBe(true);
  expect(isInForce(exception, "2027-02-01T00:00:00.000Z")).toBe(false);
});

test("a word is like itself, and like itself with any part of it starred", () => {
  const word = fc.stringMatching(/^[a-z0-9.-]{0,20}$/);
  fc.assert(
    fc.property(word, word, word, (head, middle, tail) => {
      expect(isLike(`${head}*${tail}`, head + middle + tail)).toBe(true);
      expect(isLike(`*${middle}*`, head + middle + tail)).toBe(true);
      expect(isLike(head + middle, head + middle)).toBe(true);
    }),
  );
});

test("agrees with a regular expression that says the same", () => {
  const letters = fc.stringMatching(/^[ab*]{1,6}$/);
  fc.assert(
    fc.property(letters, fc.stringMatching(/^[ab]{0,8}$/), (pattern, word) => {
      expect(isLike(pattern, word)).toBe(new RegExp(`^${pattern.replaceAll("*", ".*")}$`).test(word));
    }),
    { numRuns: 2_000 },
  );
});

test("many stars over a long name end", () => {
  expect(isLike(`${"*a".repeat(200)}b`, "a".repeat(1_000_000))).toBe(false);
});
