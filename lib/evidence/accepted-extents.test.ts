import { expect, test } from "vitest";
import type { Exception } from "#lib/checks/exception.ts";
import { acceptedExtents } from "./accepted-extents.ts";
import { catalogOf, controlOf } from "./catalog.fixture.ts";

const catalog = catalogOf([controlOf("hosts", { checks: ["host-network", "host-pid"] }), controlOf("other")]);
const resource = (name: string) => ({ apiVersion: "apps/v1", kind: "DaemonSet", namespace: "kube-system", name });
const failing = [
  { check: "host-network", resource: resource("agent") },
  { check: "host-pid", resource: resource("agent") },
  { check: "host-network", resource: resource("proxy") },
  { check: "other-check", resource: resource("agent") },
];
const exception = (told: Partial<Exception> = {}): Exception => ({
  id: "e",
  check: "host-network",
  kind: "",
  namespace: "",
  name: "",
  owner: "Ada",
  reason: "it measures the node",
  endsOn: "2027-01-31",
  ...told,
});
const extents = (...exceptions: Exception[]) => Object.fromEntries(acceptedExtents(catalog, failing, exceptions));

test("a resource is accepted when every fault of it is; the first exception that ends brings it back", () => {
  expect(extents(exception())).toEqual({ hosts: { resources: 1, until: "2027-01-31" } });
  expect(extents(exception(), exception({ check: "host-pid", endsOn: "2026-12-31" }))).toEqual({
    hosts: { resources: 2, until: "2026-12-31" },
  });
});

test("of two exceptions for one fault the later end counts", () => {
  expect(extents(exception(), exception({ endsOn: "2027-06-30", name: "pro*" }))).toEqual({
    hosts: { resources: 1, until: "2027-06-30" },
  });
});

test("an exception that matches nothing, and none at all, accept nothing", () => {
  expect(extents(exception({ name: "nothing" }))).toEqual({});
  expect(extents()).toEqual({});
});
