import fc from "fast-check";
import { expect, test } from "vitest";
import { CATALOG as REAL } from "#lib/catalog/catalog.ts";
import { LAYERS } from "#lib/catalog/framework.ts";
import { SMALL_CATALOG as CATALOG } from "#lib/evidence/catalog.fixture.ts";
import { improvementsOf, judge, worldOf } from "#lib/evidence/world.fixture.ts";
import { profileOf, scoresOf } from "./card.fixture.ts";
import { everyNode, readValue, recompute } from "./recompute.fixture.ts";
import type { Score, ScoreCard } from "./score.ts";
import { scoreAssessment } from "./score-assessment.ts";
import { scoreCluster } from "./score-cluster.ts";

const clusters = fc.array(fc.record({ world: worldOf(CATALOG), criticality: fc.constantFrom(1, 2, 3, 4, 5) }), {
  minLength: 1,
  maxLength: 3,
});
type Clusters = typeof clusters extends fc.Arbitrary<infer T> ? T : never;

function score(given: Clusters): ScoreCard {
  const assessed = given.map(({ world, criticality }, n) => ({
    profile: profileOf({ id: `c${n}`, criticality: criticality as 3 }),
    verdicts: judge(CATALOG, world, `c${n}`),
  }));
  return scoreAssessment(CATALOG, assessed);
}

test("every score is within 0 and 100, low at most high, coverage within 0 and 1", () => {
  fc.assert(
    fc.property(clusters, (given) => {
      for (const { low, high, coverage } of scoresOf(score(given)).values()) {
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(100);
        expect(low).toBeLessThanOrEqual(high);
        expect(coverage).toBeGreaterThanOrEqual(0);
        expect(coverage).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 60 },
  );
});

test("no layer is assured beyond its own score or beyond the layer around it", () => {
  fc.assert(
    fc.property(clusters, (given) => {
      let outer: Score = { low: 100, high: 100, coverage: 1, weight: 0 };
      for (const { own, assured } of score(given).layers) {
        for (const end of ["low", "high"] as const) {
          expect(assured[end]).toBeLessThanOrEqual(own[end]);
          expect(assured[end]).toBeLessThanOrEqual(outer[end]);
        }
        outer = assured;
      }
    }),
    { numRuns: 60 },
  );
});

test("improving the evidence of a control never lowers any score, low or high, nor the coverage", () => {
  fc.assert(
    fc.property(clusters, fc.nat(), fc.nat(), (given, which, step) => {
      const n = which % given.length;
      const chosen = given[n];
      const betters = chosen ? improvementsOf(chosen.world) : [];
      const world = betters[step % betters.length];
      if (!chosen || !world) return;
      const before = scoresOf(score(given));
      const after = scoresOf(score(given.with(n, { ...chosen, world })));
      expect([...after.keys()]).toEqual([...before.keys()]);
      for (const [name, { low, high, coverage }] of before) {
        expect(after.get(name)?.low, name).toBeGreaterThanOrEqual(low);
        expect(after.get(name)?.high, name).toBeGreaterThanOrEqual(high);
        expect(after.get(name)?.coverage, name).toBe(coverage);
      }
    }),
    { numRuns: 300 },
  );
});

test("the same holds for the product's own catalogue", () => {
  fc.assert(
    fc.property(worldOf(REAL), fc.nat(), (world, step) => {
      const betters = improvementsOf(world);
      const before = scoresOf(scoreCluster(REAL, judge(REAL, world)));
      const after = scoresOf(scoreCluster(REAL, judge(REAL, betters[step % betters.length] ?? world)));
      for (const [name, { low, high }] of before) {
        expect(after.get(name)?.low, name).toBeGreaterThanOrEqual(low);
        expect(after.get(name)?.high, name).toBeGreaterThanOrEqual(high);
      }
    }),
    { numRuns: 100 },
  );
});

test("an inner layer never changes an outer one", () => {
  fc.assert(
    fc.property(worldOf(CATALOG), worldOf(CATALOG), fc.constantFrom(1, 2, 3), (one, other, depth) => {
      const mixed = judge(CATALOG, one).verdicts.map((verdict, n) => {
        const layer = CATALOG.controls[n]?.layer ?? "cloud";
        return LAYERS.indexOf(layer) < depth ? verdict : (judge(CATALOG, other).verdicts[n] ?? verdict);
      });
      const before = scoreCluster(CATALOG, judge(CATALOG, one));
      const after = scoreCluster(CATALOG, { clusterId: "c1", clusterName: "c1", verdicts: mixed });
      expect(after.layers.slice(0, depth)).toEqual(before.layers.slice(0, depth));
    }),
    { numRuns: 20 },
  );
});

test("not applicable takes out the control's weight everywhere, unknown nowhere", () => {
  fc.assert(
    fc.property(worldOf(CATALOG), fc.constantFrom(...CATALOG.controls), (world, control) => {
      const judged = judge(CATALOG, world);
      const told = (applicable: boolean) => {
        const verdicts = judged.verdicts.map((one) =>
          one.control === control.id ? { ...one, applicable, maturity: null } : one,
        );
        return scoreCluster(CATALOG, { ...judged, verdicts });
      };
      const [unknown, removed] = [told(true), told(false)];
      expect(unknown.overall.own.weight - removed.overall.own.weight).toBe(control.weight);
      const dimension = (card: ScoreCard) =>
        card.dimensions.find((one) => one.dimension === control.dimension)?.score.weight ?? 0;
      expect(dimension(unknown) - dimension(removed)).toBe(control.weight);
      const all = CATALOG.controls.filter((one, n) => one.id === control.id || judged.verdicts[n]?.applicable);
      expect(unknown.overall.own.weight).toBe(all.reduce((total, one) => total + one.weight, 0));
    }),
    { numRuns: 100 },
  );
});

test("every number can be recomputed by hand from what is printed beneath it", () => {
  let recomputed = 0;
  fc.assert(
    fc.property(clusters, (given) => {
      const card = score(given);
      const printed = [...card.layers, ...card.concerns, ...card.dimensions];
      for (const node of [card.overall, ...printed].flatMap(({ derivation }) => everyNode(derivation))) {
        const [value, again] = [readValue(node.value), recompute(node)];
        if (!value || !again) continue;
        recomputed += 1;
        expect(Math.abs(value[0] - again[0]), node.label).toBeLessThan(0.051);
        expect(Math.abs(value[1] - again[1]), node.label).toBeLessThan(0.051);
      }
      for (const { score, derivation } of [...card.concerns, ...card.dimensions]) {
        if (score.weight > 0) expect(readValue(derivation.value)).toEqual([score.low, score.high]);
      }
      for (const { assured, derivation } of card.layers) {
        if (assured.weight > 0) expect(readValue(derivation.value)).toEqual([assured.low, assured.high]);
      }
    }),
    { numRuns: 30 },
  );
  expect(recomputed).toBeGreaterThan(1000);
});
