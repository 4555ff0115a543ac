import { expect, test } from "vitest";
import { catalogOf, controlOf } from "./catalog.fixture.ts";
import { observe } from "./observe.ts";

const AT = "2026-05-01T00:00:00.000Z";
const catalog = catalogOf([
  controlOf("privilege", { checks: ["privileged-container", "host-pid"] }),
  controlOf("backup", { checks: ["volume-unprotected"], observation: "caps" }),
  controlOf("told-only", { checks: [] }),
]);
const deployment = (name: string) => ({ apiVersion: "apps/v1", kind: "Deployment", namespace: "shop", name });
const fail = (check: string, name: string, field = "spec") => ({
  check,
  resource: deployment(name),
  field,
  message: `${name} is wrong`,
});

test("a control takes the least of its checks, and each failing resource is counted once", () => {
  const [evidence, ...others] = observe(catalog, {
    scanId: "s1",
    at: AT,
    tallies: [
      { check: "privileged-container", fail: 2, pass: 29, notAssessable: 0 },
      { check: "host-pid", fail: 1, pass: 30, notAssessable: 0 },
    ],
    fails: [
      fail("privileged-container", "web", "spec.a"),
      fail("privileged-container", "web", "spec.b"),
      fail("privileged-container", "api"),
      fail("host-pid", "web"),
    ],
  });
  expect(others).toEqual([]);
  expect(evidence).toMatchObject({
    control: "privilege",
    strength: "observed",
    maturity: 2,
    at: AT,
    stale: false,
    says: "2 of 31 workloads fail privileged-container (2) and host-pid (1).",
    source: { scanId: "s1", affected: 2, lookedAt: 31 },
  });
  const checks = evidence?.source.kind === "scan" ? evidence.source.checks : [];
  expect(checks[0]?.sample.map(({ resource, field }) => [resource.name, field])).toEqual([
    ["web", "spec.a"],
    ["api", "spec"],
  ]);
});

test("checks that could not look have no voice: silence is not a pass", () => {
  const tallies = [
    { check: "privileged-container", fail: 0, pass: 0, notAssessable: 1, reason: "no pods were collected" },
  ];
  expect(observe(catalog, { scanId: "s1", at: AT, tallies, fails: [] })).toEqual([]);
  expect(observe(catalog, { scanId: "s1", at: AT, tallies: [], fails: [] })).toEqual([]);
});

test("what could not be assessed is said", () => {
  const tallies = [
    { check: "privileged-container", fail: 0, pass: 4, notAssessable: 2 },
    { check: "host-pid", fail: 0, pass: 0, notAssessable: 6, reason: "cut off" },
  ];
  const [evidence] = observe(catalog, { scanId: "s1", at: AT, tallies, fails: [] });
  expect(evidence?.says).toBe(
    "All 4 resources looked at pass privileged-container. Could not look: host-pid. 2 resources could not be assessed.",
  );
});

test("passing rows make the number looked at exact over checks of different things", () => {
  const tallies = [
    { check: "privileged-container", fail: 1, pass: 1, notAssessable: 0 },
    { check: "host-pid", fail: 0, pass: 2, notAssessable: 0 },
  ];
  const passes = [
    { check: "privileged-container", resource: deployment("api") },
    { check: "host-pid", resource: deployment("cron") },
    { check: "host-pid", resource: deployment("api") },
  ];
  const [evidence] = observe(catalog, {
    scanId: "s1",
    at: AT,
    tallies,
    fails: [fail("privileged-container", "web")],
    passes,
  });
  expect(evidence?.source).toMatchObject({ affected: 1, lookedAt: 3 });
});

test("a report of another tool is reported, not observed, and a part that passes is partial", () => {
  const tallies = [{ check: "volume-unprotected", fail: 0, pass: 5, notAssessable: 0 }];
  const [evidence] = observe(catalog, { scanId: "r1", at: AT, tallies, fails: [] }, { strength: "reported" });
  expect(evidence).toMatchObject({ control: "backup", strength: "reported", maturity: 2 });
});
