import fc from "fast-check";
import { expect, test } from "vitest";
import { CATALOG } from "#lib/catalog/catalog.ts";
import type { Finding } from "#lib/scoring/finding.ts";
import { findCycle } from "./find-cycle.ts";
import { findInitiatives } from "./find-initiatives.ts";
import { catalogWith, findingOf, remedyOf } from "./remedy.fixture.ts";

const seen = (name: string) => ({
  resource: { apiVersion: "apps/v1", kind: "Deployment", namespace: "shop", name },
  field: "",
  message: "",
});

test("one initiative for each remedy, over all clusters; what nothing is known about waits", () => {
  const catalog = catalogWith(remedyOf("a", { closes: ["a", "a2"] }), remedyOf("b"), remedyOf("c"));
  const findings = [
    findingOf("a", { points: 20 }),
    findingOf("a", { points: 12, cluster: "c2" }),
    findingOf("a2", { points: 5 }),
    findingOf("b", { maturity: null }),
    findingOf("c", { points: 8 }),
  ];
  const found = findInitiatives(catalog, findings);
  expect(found.map(({ id, risk, findings: closes, clusters }) => [id, risk, closes, clusters])).toEqual([
    ["a", 37, ["c1:a", "c2:a", "c1:a2"], ["c1", "c2"]],
    ["c", 8, ["c1:c"], ["c1"]],
  ]);
});

test("effort: PERT of the fixed part and a part for each thing, shared by skill, said in words", () => {
  const [initiative] = findInitiatives(catalogWith(remedyOf("a")), [findingOf("a", { affected: 31 })]);
  // (8.2 + 4 x 18.5 + 68) / 6 = 25.03
  expect(initiative).toMatchObject({
    things: 31,
    skill: "platform",
    effort: {
      optimistic: 8.2,
      likely: 18.5,
      pessimistic: 68,
      computed: 25,
      days: 25,
      bySkill: { platform: 20, security: 5 },
      override: null,
      how: "2 / 3 / 6 fixed + 31 workloads x 0.2 / 0.5 / 2 person-days",
    },
  });
});

test("things: the largest count of a cluster or all that samples name, at least one, and clusters where clusters are the thing", () => {
  const catalog = catalogWith(remedyOf("a", { closes: ["a", "a2"] }), remedyOf("b", { thing: "cluster" }));
  const things = (...findings: Finding[]) => findInitiatives(catalog, findings)[0]?.things;
  expect(things(findingOf("a"))).toBe(1);
  expect(things(findingOf("a", { affected: 9 }), findingOf("a2", { affected: 4 }))).toBe(9);
  expect(things(findingOf("a", { affected: 9 }), findingOf("a", { affected: 4, cluster: "c2" }))).toBe(13);
  expect(
    things(findingOf("a", { affected: 1, sample: [seen("x")] }), findingOf("a2", { affected: 1, sample: [seen("y")] })),
  ).toBe(2);
  expect(things(findingOf("b", { affected: 9 }), findingOf("b", { affected: 4, cluster: "c2" }))).toBe(2);
});

test("an override counts, and the computed effort stays beside it", () => {
  const override = { days: 7.5, reason: "two teams did it before", by: "Ada", at: "2026-01-01T00:00:00Z" };
  const [initiative] = findInitiatives(catalogWith(remedyOf("a")), [findingOf("a")], {
    overrides: new Map([["a", override]]),
  });
  expect(initiative?.effort).toMatchObject({
    computed: 4,
    days: 7.5,
    bySkill: { platform: 6, security: 1.5 },
    override,
  });
});

test("what earlier work of its skill taught counts, and is said", () => {
  const learned = { platform: { factor: 1.5, count: 3 } };
  const [initiative] = findInitiatives(catalogWith(remedyOf("a")), [findingOf("a")], { learned });
  expect(initiative?.effort).toMatchObject({ computed: 6.1, days: 6.1, learned: { factor: 1.5, count: 3 } });
  expect(initiative?.effort.how).toMatch(/ x 1\.5, learned from 3 initiatives$/);
  const [other] = findInitiatives(catalogWith(remedyOf("a")), [findingOf("a")], {
    learned: { cloud: { factor: 1.5, count: 3 } },
  });
  expect(other?.effort.computed).toBe(4);
});

test("prerequisites that need nothing are done: their own take their place", () => {
  const catalog = catalogWith(
    remedyOf("a"),
    remedyOf("b", { after: ["a"] }),
    remedyOf("c", { after: ["b"] }),
    remedyOf("d", { after: ["c", "b"] }),
  );
  const found = findInitiatives(
    catalog,
    ["a", "d"].map((id) => findingOf(id)),
  );
  expect(found.map(({ id, after }) => [id, after])).toEqual([
    ["a", []],
    ["d", ["a"]],
  ]);
});

test("verified by the checks of what was found, and by nothing that passes already", () => {
  const catalog = catalogWith(remedyOf("a", { closes: ["a", "a2"], verifiedBy: ["a-check", "a2-check"] }));
  expect(findInitiatives(catalog, [findingOf("a2")])[0]?.verifiedBy).toEqual(["a2-check"]);
});

test("over the real catalogue: no risk is lost or counted twice, no ring, days and shares add up", () => {
  const anyFindings = fc.subarray([...CATALOG.controls]).chain((controls) =>
    fc.tuple(
      ...controls.map((control) =>
        fc
          .record({ points: fc.integer({ min: 1, max: 25 }), affected: fc.nat(60), charted: fc.boolean() })
          .map(({ points, affected, charted }) =>
            findingOf(control.id, {
              points,
              affected,
              maturity: charted ? 1 : null,
              layer: control.layer,
              concern: control.concern,
            }),
          ),
      ),
    ),
  );
  fc.assert(
    fc.property(anyFindings, (findings) => {
      const found = findInitiatives(CATALOG, findings);
      const charted = findings.filter(({ maturity }) => maturity !== null);
      expect(found.reduce((sum, { risk }) => sum + risk, 0)).toBe(
        charted.reduce((sum, { risk }) => sum + risk.points, 0),
      );
      expect(found.flatMap((each) => each.findings).toSorted()).toEqual(charted.map(({ id }) => id).toSorted());
      expect(findCycle(found)).toBeNull();
      const ids = new Set(found.map(({ id }) => id));
      for (const { after, effort } of found) {
        expect(after.every((id) => ids.has(id))).toBe(true);
        const sum = Object.values(effort.bySkill).reduce((total, days) => total + Math.round((days ?? 0) * 10), 0);
        expect(sum).toBe(Math.round(effort.days * 10));
      }
    }),
    { numRuns: 60 },
  );
});

test("what is accepted is no work: a part of it shrinks the effort, all of it takes the finding out until the exception ends", () => {
  const catalog = catalogWith(remedyOf("a"));
  const whole = findingOf("a", { affected: 10 });
  const [all] = findInitiatives(catalog, [whole]);
  const [part] = findInitiatives(catalog, [{ ...whole, accepted: { resources: 4, until: "2027-01-31" } }]);
  expect([all?.things, part?.things]).toEqual([10, 6]);
  expect(part?.risk).toBe(all?.risk);
  expect(findInitiatives(catalog, [{ ...whole, accepted: { resources: 10, until: "2027-01-31" } }])).toEqual([]);
});
