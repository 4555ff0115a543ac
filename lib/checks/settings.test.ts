import fc from "fast-check";
import { expect, test } from "vitest";
import { CHECKS } from "./registry.ts";
import { scan } from "./scan.ts";
import { FIELD_DEFAULTS, type ScanSettings, settingsOf } from "./settings.ts";

const deployment = (replicas: number) => ({
  object: {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "web", namespace: "shop" },
    spec: {
      replicas,
      selector: { matchLabels: { app: "web" } },
      template: {
        metadata: { labels: { app: "web" } },
        spec: { containers: [{ name: "web", image: "docker.io/a/b:1" }] },
      },
    },
  },
  at: { path: "web.yaml" },
});
const fails = (settings: Partial<ScanSettings>, replicas = 2) =>
  scan({ objects: [deployment(replicas)], unreadable: [] }, CHECKS, { ...FIELD_DEFAULTS, ...settings })
    .results.filter(({ outcome }) => outcome === "fail")
    .map(({ check }) => check);

test("two replicas are enough for the field, and not for a cluster that asks for three", () => {
  expect(fails({})).not.toContain("single-replica");
  expect(fails({ minReplicas: 3 })).toContain("single-replica");
  expect(fails({ minReplicas: 3 }, 3)).not.toContain("single-replica");
});

test("an autoscaler's floor is judged by the same number", () => {
  const object = {
    apiVersion: "autoscaling/v2",
    kind: "HorizontalPodAutoscaler",
    metadata: { name: "web", namespace: "shop" },
    spec: { minReplicas: 2, maxReplicas: 9 },
  };
  const floors = (minReplicas: number) =>
    scan({ objects: [{ object, at: { path: "web.yaml" } }], unreadable: [] }, CHECKS, {
      ...FIELD_DEFAULTS,
      minReplicas,
    }).results.filter(({ check, outcome }) => check === "hpa-replica-range" && outcome === "fail");
  expect(floors(2)).toEqual([]);
  expect(floors(3).map(({ message }) => message)).toEqual(["minReplicas is 2, so there may be 2 pods of at least 3"]);
});

test("probes are asked of the kinds that the cluster names", () => {
  expect(fails({})).toEqual(expect.arrayContaining(["liveness-probe-missing", "readiness-probe-missing"]));
  const others = fails({ probedKinds: ["StatefulSet"] });
  expect(others).not.toContain("liveness-probe-missing");
  expect(others).not.toContain("readiness-probe-missing");
});

test("images come from the registries that the cluster allows", () => {
  expect(fails({ allowedRegistries: ["docker.io/a"] })).not.toContain("image-registry-not-allowed");
  expect(fails({ allowedRegistries: ["docker.io/"] })).not.toContain("image-registry-not-allowed");
  expect(fails({ allowedRegistries: ["docker.io/ab", "registry.example"] })).toContain("image-registry-not-allowed");
});

test("whatever was stored, the settings are whole and within their bounds", () => {
  expect(settingsOf({})).toEqual(FIELD_DEFAULTS);
  expect(settingsOf({ minReplicas: 3, probedKinds: ["Pod"] })).toEqual({
    ...FIELD_DEFAULTS,
    minReplicas: 3,
    probedKinds: ["Pod"],
  });
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (whole, part) => {
      for (const stored of [whole, { minReplicas: part, probedKinds: part, allowedRegistries: part }]) {
        const settings = settingsOf(stored);
        expect(settings.minReplicas).toBeGreaterThanOrEqual(2);
        expect(settings.minReplicas).toBeLessThanOrEqual(10);
        expect(settings.allowedRegistries.every((registry) => typeof registry === "string")).toBe(true);
      }
    }),
  );
});
