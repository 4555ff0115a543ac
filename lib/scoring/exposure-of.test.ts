import { expect, test } from "vitest";
import { catalogOf, controlOf } from "#lib/evidence/catalog.fixture.ts";
import { exposureOf } from "./exposure-of.ts";

const fail = (check: string, name: string, namespace = "shop") => {
  return { check, resource: { apiVersion: "apps/v1", kind: "Deployment", namespace, name } };
};
const catalog = catalogOf([
  controlOf("probes", { checks: ["liveness-probe-missing", "readiness-probe-missing"] }),
  controlOf("privilege", { checks: ["privileged-container"] }),
  controlOf("met", { checks: ["image-tag-latest"] }),
]);

test("counts each failing resource of a control once for each sign that it also shows", () => {
  const exposure = exposureOf(catalog, [
    fail("liveness-probe-missing", "web"),
    fail("readiness-probe-missing", "web"),
    fail("readiness-probe-missing", "api"),
    fail("workload-exposed-to-internet", "web"),
    fail("workload-exposed-to-internet", "web", "other"),
    fail("network-policy-missing-pod", "web"),
    fail("network-policy-missing-pod", "api"),
    fail("privileged-container", "cron"),
  ]);
  expect(exposure).toEqual({
    probes: { internet: 1, otherNamespaces: 2, privileged: 0 },
    privilege: { internet: 0, otherNamespaces: 0, privileged: 0 },
  });
});

test("a control's own check is no further sign against it", () => {
  const fails = [fail("privileged-container", "web"), fail("workload-exposed-to-internet", "web")];
  expect(exposureOf(catalog, fails)).toEqual({ privilege: { internet: 1, otherNamespaces: 0, privileged: 0 } });
});
