import { expect, test } from "vitest";
import { catalogOf, controlOf } from "#lib/evidence/catalog.fixture.ts";
import { verdictsOf } from "./card.fixture.ts";
import type { ScoreCard } from "./score.ts";
import { scoreCluster } from "./score-cluster.ts";

const CATALOG = catalogOf([
  controlOf("etcd", { layer: "cloud", concern: "etcd-access", weight: 4 }),
  controlOf("admin", { concern: "rbac-authorization", weight: 5, critical: true }),
  controlOf("wildcard", { concern: "rbac-authorization", weight: 3 }),
  controlOf("quota", { concern: "quality-of-service", dimension: "scalability", weight: 2 }),
  controlOf("autoscaler", { concern: null, dimension: "scalability", weight: 2 }),
  controlOf("root", { layer: "container", concern: "no-privileged-users", weight: 5 }),
]);

const layer = (card: ScoreCard, id: string) => {
  const found = card.layers.find((one) => one.layer === id);
  if (!found) throw new Error(id);
  return found;
};
const concern = (card: ScoreCard, id: string) => card.concerns.find((one) => one.concern === id);

test("a concern is the weighted mean of maturity / 4; unknown is 0 in low and 100 in high", () => {
  const card = scoreCluster(CATALOG, verdictsOf(CATALOG, { admin: 2 }));
  // low (5 x 50 + 3 x 0) / 8, high (5 x 50 + 3 x 100) / 8
  expect(concern(card, "rbac-authorization")?.score).toEqual({ low: 31.3, high: 68.8, coverage: 5 / 8, weight: 8 });
  expect(concern(card, "rbac-authorization")?.derivation).toMatchObject({
    label: "RBAC authorization",
    value: "31.3 to 68.8 of 100",
    rule: "Weighted mean, sum of weight × score divided by the sum of weight: low (5 × 50 + 3 × 0) / 8 = 31.3, high (5 × 50 + 3 × 100) / 8 = 68.8. Coverage 63 % of weight.",
  });
});

test("a critical control that is known to be absent caps its concern; an unknown one does not", () => {
  const absent = scoreCluster(CATALOG, verdictsOf(CATALOG, { admin: 0, wildcard: 4 }));
  expect(concern(absent, "rbac-authorization")).toMatchObject({ score: { low: 37.5, high: 37.5 }, cappedBy: "admin" });
  const heavier = catalogOf(
    CATALOG.controls.map((one) => (one.id === "wildcard" ? { ...one, weight: 5 as const } : one)),
  );
  const capped = concern(scoreCluster(heavier, verdictsOf(heavier, { admin: 0, wildcard: 4 })), "rbac-authorization");
  expect(capped).toMatchObject({ score: { low: 40, high: 40 }, cappedBy: "admin" });
  expect(capped?.derivation.rule).toContain('a critical control is absent ("Title of admin")');
  const unknown = concern(scoreCluster(heavier, verdictsOf(heavier, { wildcard: 4 })), "rbac-authorization");
  expect(unknown).toMatchObject({ score: { low: 50, high: 100 }, cappedBy: null });
});

test("a layer's own score weighs its concerns and its controls of pure health", () => {
  const card = scoreCluster(CATALOG, verdictsOf(CATALOG, { etcd: 4, admin: 3, wildcard: 3, quota: 2, autoscaler: 0 }));
  // (8 x 75 + 2 x 50 + 2 x 0) / 12
  expect(layer(card, "cluster").own).toMatchObject({ low: 58.3, high: 58.3, weight: 12 });
});

test("no layer is assured beyond the one around it, and the one that holds it down is named", () => {
  const told = { etcd: 1, admin: 3, wildcard: 3, quota: 3, autoscaler: 3, root: 4 } as const;
  const card = scoreCluster(CATALOG, verdictsOf(CATALOG, told));
  expect(layer(card, "cloud")).toMatchObject({ own: { low: 25 }, assured: { low: 25 }, heldBy: null });
  expect(layer(card, "cluster")).toMatchObject({ own: { low: 75 }, assured: { low: 25 }, heldBy: "cloud" });
  expect(layer(card, "container")).toMatchObject({ own: { low: 100 }, assured: { low: 25 }, heldBy: "cloud" });
  const better = scoreCluster(CATALOG, verdictsOf(CATALOG, { ...told, etcd: 4 }));
  expect(layer(better, "container")).toMatchObject({ assured: { low: 75 }, heldBy: "cluster" });
});

test("a layer in which nothing applies has no weight and holds nothing down", () => {
  const card = scoreCluster(
    CATALOG,
    verdictsOf(CATALOG, { etcd: "not-applicable", admin: 3, wildcard: 3, quota: 3, autoscaler: 3, root: 3 }),
  );
  expect(layer(card, "cloud").own.weight).toBe(0);
  expect(layer(card, "cluster")).toMatchObject({ assured: { low: 75 }, heldBy: null });
  expect(card.overall.assured).toMatchObject({ low: 75, weight: 17 });
});

test("not applicable takes the weight out, unknown does not", () => {
  const unknown = scoreCluster(CATALOG, verdictsOf(CATALOG, { admin: 2 }));
  const removed = scoreCluster(CATALOG, verdictsOf(CATALOG, { admin: 2, wildcard: "not-applicable" }));
  expect(concern(unknown, "rbac-authorization")?.score).toMatchObject({ weight: 8, coverage: 5 / 8 });
  expect(concern(removed, "rbac-authorization")?.score).toEqual({ low: 50, high: 50, coverage: 1, weight: 5 });
});

test("a control that the verdicts do not know is unknown, never left out", () => {
  const card = scoreCluster(CATALOG, { clusterId: "c1", clusterName: "c1", verdicts: [] });
  expect(card.overall.assured).toEqual({ low: 0, high: 100, coverage: 0, weight: 21 });
});

test("cells without a control that applies are empty", () => {
  const card = scoreCluster(CATALOG, verdictsOf(CATALOG, { autoscaler: 2, quota: 4 }));
  const cell = (at: string, dimension: string) =>
    card.cells.find((one) => one.layer === at && one.dimension === dimension);
  expect(card.cells).toHaveLength(32);
  expect(cell("cluster", "scalability")?.score).toMatchObject({ low: 75, weight: 4 });
  expect(cell("code", "scalability")?.score).toBeNull();
});
