import { expect, test } from "vitest";
import {
  DEPRECATED_APIS,
  DEPRECATIONS_KNOWN_UNTIL,
  deprecationOf,
  REMOVALS_KNOWN_UNTIL,
  successorInWords,
} from "./deprecated-apis.ts";
import { KUBERNETES_RELEASES } from "./kubernetes-releases.ts";

test("each version and kind stands once, in the order of removal, and is deprecated before it goes", () => {
  const pairs = DEPRECATED_APIS.flatMap(({ apiVersion, kinds }) => kinds.map((kind) => `${apiVersion} ${kind}`));
  expect(new Set(pairs).size).toBe(pairs.length);
  const removals = DEPRECATED_APIS.map(({ removed }) => removed);
  expect(removals).toEqual([...removals].sort((left, right) => left - right));
  expect(DEPRECATED_APIS.filter(({ deprecated, removed }) => deprecated >= removed)).toEqual([]);
});

test("every row has a source, and what the guide tells stands under its removal", () => {
  for (const { source, removed } of DEPRECATED_APIS) {
    expect(source).toMatch(/^https:\/\//);
    if (source.includes("deprecation-guide")) expect(source).toMatch(new RegExp(`#v1-${removed}$`));
  }
});

test("what is to be written instead is itself not deprecated, and only pod security policies have nothing instead", () => {
  const stale = DEPRECATED_APIS.filter(({ kinds, instead }) =>
    kinds.some((kind) => instead && deprecationOf(instead, kind)),
  );
  expect(stale).toEqual([]);
  const without = DEPRECATED_APIS.filter(({ instead }) => instead === null).flatMap(({ kinds }) => kinds);
  expect(new Set(without)).toEqual(new Set(["PodSecurityPolicy"]));
});

test("the successor is served before a version goes, flow control apart, which went through three betas", () => {
  const late = DEPRECATED_APIS.filter(({ insteadSince, removed }) => insteadSince !== null && insteadSince > removed);
  expect(late.map(({ apiVersion }) => apiVersion)).toEqual(["flowcontrol.apiserver.k8s.io/v1beta1"]);
});

test("the successor is named with the minor that brings it, where the cluster is older", () => {
  const api = deprecationOf("flowcontrol.apiserver.k8s.io/v1beta2", "FlowSchema");
  if (!api) throw new Error("not in the table");
  expect(successorInWords(api, 28)).toBe(": write flowcontrol.apiserver.k8s.io/v1, served from 1.29 on");
  expect(successorInWords(api, 29)).toBe(": write flowcontrol.apiserver.k8s.io/v1");
});

test("the table reaches the newest release", () => {
  expect(DEPRECATIONS_KNOWN_UNTIL).toBe(KUBERNETES_RELEASES[0]?.minor);
  expect(REMOVALS_KNOWN_UNTIL).toBe(DEPRECATIONS_KNOWN_UNTIL + 1);
});
