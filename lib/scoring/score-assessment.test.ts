import { expect, test } from "vitest";
import { catalogOf, controlOf, SMALL_CATALOG } from "#lib/evidence/catalog.fixture.ts";
import { profileOf, verdictsOf } from "./card.fixture.ts";
import { scoreAssessment } from "./score-assessment.ts";
import { scoreCluster } from "./score-cluster.ts";

const CATALOG = catalogOf([
  controlOf("etcd", { layer: "cloud", concern: "etcd-access" }),
  controlOf("admin", { concern: "rbac-authorization" }),
]);
const cluster = (id: string, criticality: 1 | 2 | 3 | 4 | 5, told: Parameters<typeof verdictsOf>[1]) => ({
  profile: profileOf({ id, name: id, criticality }),
  verdicts: verdictsOf(CATALOG, told, id),
});

test("each cluster counts by its criticality", () => {
  const card = scoreAssessment(CATALOG, [
    cluster("prod", 5, { etcd: 4, admin: 2 }),
    cluster("test", 1, { etcd: 1, admin: 4 }),
  ]);
  const [cloud, inner] = card.layers;
  // cloud (5 x 100 + 1 x 25) / 6; cluster own (5 x 50 + 1 x 100) / 6, assured (5 x 50 + 1 x 25) / 6
  expect(cloud?.own.low).toBe(87.5);
  expect(inner).toMatchObject({ own: { low: 58.3 }, assured: { low: 45.8 }, heldBy: "cloud" });
  expect(inner?.derivation).toMatchObject({
    label: "Cluster layer, assured",
    value: "45.8 of 100",
    parts: [{ label: "prod (criticality 5)" }, { label: "test (criticality 1)" }],
  });
});

test("one cluster is its own card; none at all is all unknown", () => {
  const one = cluster("prod", 4, { etcd: 3 });
  expect(scoreAssessment(CATALOG, [one])).toEqual(scoreCluster(CATALOG, one.verdicts));
  expect(scoreAssessment(CATALOG, []).overall.assured).toMatchObject({ low: 0, high: 100, coverage: 0 });
});

test("a cluster on which a layer does not apply stays out of it, and the rule of layers holds all the same", () => {
  const card = scoreAssessment(CATALOG, [
    cluster("a", 5, { etcd: "not-applicable", admin: 4 }),
    cluster("b", 5, { etcd: 1, admin: 4 }),
  ]);
  expect(card.layers[0]).toMatchObject({ own: { low: 25, weight: 1.5 } });
  expect(card.layers[1]).toMatchObject({ own: { low: 100 }, assured: { low: 25 }, heldBy: "cloud" });
});

test("a cap on any cluster is named", () => {
  const told = Object.fromEntries(SMALL_CATALOG.controls.map(({ id }) => [id, 3 as const]));
  const clusters = [told, { ...told, "etcd-access-vital": 0 as const }].map((one, n) => ({
    profile: profileOf({ id: `c${n}` }),
    verdicts: verdictsOf(SMALL_CATALOG, one, `c${n}`),
  }));
  const found = scoreAssessment(SMALL_CATALOG, clusters).concerns.find(({ concern }) => concern === "etcd-access");
  expect(found?.cappedBy).toBe("etcd-access-vital");
});
