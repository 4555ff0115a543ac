import { expect, test } from "vitest";
import type { Control } from "#lib/catalog/control.ts";
import { catalogOf, controlOf } from "#lib/evidence/catalog.fixture.ts";
import type { ControlVerdict } from "#lib/evidence/evidence.ts";
import { profileOf, verdictsOf } from "./card.fixture.ts";
import { findFindings } from "./find-findings.ts";
import type { ClusterProfile, Exposure } from "./finding.ts";
import { levelOfRisk } from "./level-of-risk.ts";

type Told = {
  control?: Partial<Control>;
  verdict?: Partial<ControlVerdict>;
  profile?: Partial<ClusterProfile>;
  exposure?: Partial<Exposure>;
};

/** The finding of one control that is ad hoc on 4 of 9 resources of an ordinary cluster, but for what is told. */
function findingOf({ control, verdict, profile, exposure }: Told = {}) {
  const catalog = catalogOf([controlOf("admin", control)]);
  const verdicts = verdictsOf(catalog, { admin: { maturity: 1, affected: 4, lookedAt: 9, ...verdict } });
  const seen = { admin: { internet: 0, otherNamespaces: 0, privileged: 0, ...exposure } };
  return findFindings(catalog, profileOf(profile), verdicts, seen)[0];
}

test("controls below enforced and unknown ones are findings; met and not applicable ones are not", () => {
  const catalog = catalogOf(
    ["absent", "partial", "enforced", "verified", "unknown", "none"].map((id) => controlOf(id)),
  );
  const verdicts = verdictsOf(catalog, { absent: 0, partial: 2, enforced: 3, verified: 4, none: "not-applicable" });
  const findings = findFindings(catalog, profileOf(), verdicts);
  expect(findings.map(({ id, maturity }) => [id, maturity])).toEqual([
    ["c1:absent", 0],
    ["c1:unknown", null],
    ["c1:partial", 2],
  ]);
});

test("an ordinary finding starts from its control and has no steps", () => {
  expect(findingOf()?.risk).toEqual({ likelihood: 3, impact: 3, computed: 9, points: 9, steps: [], override: null });
  expect(findingOf()).toMatchObject({
    level: "medium",
    affected: 4,
    lookedAt: 9,
    because: "Because of admin.",
    escalatesTo: null,
  });
});

test.each<Told & { likelihood?: number; impact?: number; reason: string }>([
  {
    exposure: { internet: 2, otherNamespaces: 2 },
    likelihood: 4,
    reason: "2 affected resources are reachable from the internet",
  },
  { exposure: { otherNamespaces: 1 }, likelihood: 4, reason: "1 affected resource is reachable from other namespaces" },
  { exposure: { privileged: 3 }, likelihood: 4, reason: "3 affected resources run privileged" },
  { verdict: { maturity: 2 }, likelihood: 2, reason: "The control is partly in place" },
  { profile: { criticality: 5 }, impact: 4, reason: "The cluster's criticality is 5 of 5" },
  { profile: { criticality: 2 }, impact: 2, reason: "The cluster's criticality is 2 of 5" },
  { profile: { dataSensitivity: 5 }, impact: 4, reason: "Its data's sensitivity is 5 of 5" },
  { profile: { dataSensitivity: 1 }, impact: 2, reason: "Its data's sensitivity is 1 of 5" },
  { verdict: { affected: 5 }, impact: 4, reason: "Most is affected: 5 of 9 resources" },
  { verdict: { affected: 1, lookedAt: 31 }, impact: 2, reason: "A single thing is affected: 1 of 31 resources" },
])("$reason", ({ likelihood = 3, impact = 3, reason, ...told }) => {
  const risk = findingOf(told)?.risk;
  expect(risk).toMatchObject({ likelihood, impact, computed: likelihood * impact });
  expect(risk?.steps).toEqual([
    likelihood === 3
      ? { of: "impact", from: 3, to: impact, reason }
      : { of: "likelihood", from: 3, to: likelihood, reason },
  ]);
});

test("the data's sensitivity weighs in on security alone, and one setting says nothing about extent", () => {
  expect(findingOf({ control: { dimension: "scalability" }, profile: { dataSensitivity: 5 } })?.risk.steps).toEqual([]);
  expect(findingOf({ verdict: { affected: 1, lookedAt: 1 } })?.risk.steps).toEqual([]);
});

test("steps stop at 1 and 5, and those that move nothing are not listed", () => {
  const told = { control: { likelihood: 4 as const }, exposure: { internet: 1, otherNamespaces: 1, privileged: 1 } };
  expect(findingOf(told)?.risk).toMatchObject({ likelihood: 5, steps: [{ from: 4, to: 5 }] });
});

test("exposure speaks about failing resources that are still seen, not about what only people said", () => {
  expect(findingOf({ exposure: { internet: 3 }, verdict: { affected: 0, lookedAt: 0 } })?.risk.likelihood).toBe(3);
});

test("an override counts, and what was computed stays beside it", () => {
  const catalog = catalogOf([controlOf("admin")]);
  const override = { points: 20, reason: "A regulator asked.", by: "Ana Ruiz", at: "2026-05-01T00:00:00.000Z" };
  const [finding] = findFindings(
    catalog,
    profileOf(),
    verdictsOf(catalog, { admin: 1 }),
    {},
    new Map([["c1:admin", override]]),
  );
  expect(finding).toMatchObject({ level: "critical", risk: { computed: 9, points: 20, override } });
});

test("greatest risk first; among equals the outer layer, then the id", () => {
  const catalog = catalogOf([
    controlOf("b-code", { layer: "code", concern: "tls-only" }),
    controlOf("z-cloud", { layer: "cloud", concern: "etcd-access" }),
    controlOf("a-code", { layer: "code", concern: "tls-only" }),
    controlOf("worst", { layer: "code", concern: "tls-only", impact: 5 }),
  ]);
  const findings = findFindings(
    catalog,
    profileOf(),
    verdictsOf(catalog, { "b-code": 1, "z-cloud": 1, "a-code": 1, worst: 1 }),
  );
  expect(findings.map(({ control }) => control)).toEqual(["worst", "z-cloud", "a-code", "b-code"]);
});

test.each([
  [1, "low"],
  [4, "low"],
  [5, "medium"],
  [9, "medium"],
  [10, "high"],
  [15, "high"],
  [16, "critical"],
  [25, "critical"],
])("%i points are %s", (points, level) => {
  expect(levelOfRisk(points)).toBe(level);
});
