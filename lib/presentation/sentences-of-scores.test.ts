import { expect, test } from "vitest";
import type { Maturity } from "#lib/catalog/framework.ts";
import { catalogOf, controlOf, SMALL_CATALOG } from "#lib/evidence/catalog.fixture.ts";
import { profileOf, verdictsOf } from "#lib/scoring/card.fixture.ts";
import { findFindings } from "#lib/scoring/find-findings.ts";
import { scoreCluster } from "#lib/scoring/score-cluster.ts";
import { headline } from "./sentences-of-scores.ts";

const CATALOG = catalogOf([
  controlOf("etcd", { layer: "cloud", concern: "etcd-access", weight: 5 }),
  controlOf("admin", { weight: 3 }),
  controlOf("quota", { concern: "quality-of-service", weight: 1 }),
  controlOf("autoscaler", { concern: null, dimension: "scalability", weight: 1 }),
  controlOf("root", { layer: "container", concern: "no-privileged-users" }),
  controlOf("tls", { layer: "code", concern: "tls-only" }),
]);

function say(told: Record<string, Maturity | "not-applicable">, catalog = CATALOG): string {
  const verdicts = verdictsOf(catalog, told);
  return headline(catalog, scoreCluster(catalog, verdicts), findFindings(catalog, profileOf(), verdicts));
}

test("names the layer that holds others down and the concern that costs it most", () => {
  // cluster own (3 x 50 + 1 x 75 + 1 x 50) / 5 = 55: of the 45 missing, RBAC costs 3 x 50 / 5 = 30
  expect(say({ etcd: 4, admin: 2, quota: 3, autoscaler: 2, root: 4, tls: 3 })).toBe(
    "The cluster layer holds containers and code down; RBAC authorization costs 30 of its 45 missing points.",
  );
});

test("of two layers that hold others down, names the one that costs more", () => {
  // cloud 75 holds the cluster (100); the container layer at 0 takes all from code
  expect(say({ etcd: 3, admin: 4, quota: 4, autoscaler: 4, root: 0, tls: 4 })).toBe(
    "The container layer holds code down; No privileged users costs 100 of its 100 missing points.",
  );
});

test("names the weakest layer when none holds another down", () => {
  expect(say({ etcd: 4, admin: 3, quota: 3, autoscaler: 3, root: 2, tls: 1 })).toBe(
    "No layer holds another down, and the code layer is the weakest; TLS only, mutual TLS between services costs 75 of its 75 missing points.",
  );
});

test("says what is missing in health where no concern costs anything", () => {
  expect(say({ etcd: 4, admin: 4, quota: 4, autoscaler: 0, root: 4, tls: 4 })).toBe(
    "The cluster layer holds containers and code down; 20 points are missing, all of them in its health.",
  );
});

test("says that hardly anything is known before it says anything else", () => {
  expect(say({})).toBe("Nothing is charted yet; a scan or an answer fills in the map.");
  expect(say({ tls: 1 })).toBe("Only 19 % is charted yet; a scan or an answer fills in the map.");
});

test("has a sentence for the best and for the empty case", () => {
  expect(say(Object.fromEntries(CATALOG.controls.map(({ id }) => [id, 4])))).toBe("Every layer is met in full.");
  expect(say(Object.fromEntries(SMALL_CATALOG.controls.map(({ id }) => [id, "not-applicable"])), SMALL_CATALOG)).toBe(
    "Nothing applies here yet, so there is nothing to score.",
  );
});
