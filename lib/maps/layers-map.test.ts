import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CATALOG } from "#lib/catalog/catalog.ts";
import { LAYERS, layerOfConcern } from "#lib/catalog/framework.ts";
import { SMALL_CATALOG } from "#lib/evidence/catalog.fixture.ts";
import { judge, worldOf } from "#lib/evidence/world.fixture.ts";
import { findFindings } from "#lib/scoring/find-findings.ts";
import type { ClusterProfile, Finding } from "#lib/scoring/finding.ts";
import { scoreAssessment } from "#lib/scoring/score-assessment.ts";
import { estimateWidth } from "./break-lines.ts";
import type { Box, LayersMap, Point } from "./geometry.ts";
import { CONCERN_TEXT_SIZE, layersMap, layersMapNarrow } from "./layers-map.ts";

const PROFILE: ClusterProfile = { id: "c1", name: "prod", criticality: 5, dataSensitivity: 5 };
const UNKNOWN = { clusterId: "c1", clusterName: "prod", verdicts: [] };

/** Escalations of every length, so that each kind of arrow is drawn. */
const CASES = SMALL_CATALOG.controls.map((control, n) => {
  const outer = LAYERS.slice(0, LAYERS.indexOf(control.layer));
  return control.escalatesTo ? { ...control, escalatesTo: outer[n % outer.length] } : control;
});
const FAR = { ...SMALL_CATALOG, controls: CASES };

const inside = (inner: Box, outer: Box) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;
const apart = (a: Box, b: Box) =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
const within = ({ x, y }: Point, box: Box) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;

const layerBox = (map: LayersMap, n: number) => map.layers[n]?.box ?? { x: 0, y: 0, width: 0, height: 0 };

describe.each([
  { name: "wide", draw: layersMap, width: 1200 },
  { name: "narrow", draw: layersMapNarrow, width: 360 },
])("$name", ({ draw, width }) => {
  const card = scoreAssessment(CATALOG, [{ profile: PROFILE, verdicts: UNKNOWN }]);
  const map = draw(CATALOG, card, []);

  test("the four layers lie one inside the other, and all 21 concerns are there", () => {
    expect(map.width).toBe(width);
    expect(map.layers.map(({ layer }) => layer)).toEqual([...LAYERS]);
    expect(inside(layerBox(map, 0), { x: 0, y: 0, width, height: map.height })).toBe(true);
    for (const n of [1, 2, 3]) expect(inside(layerBox(map, n), layerBox(map, n - 1))).toBe(true);
    expect(new Set(map.concerns.map(({ concern }) => concern)).size).toBe(21);
  });

  test("no two concerns overlap; each lies in its layer, beside its title and outside the next inner layer", () => {
    map.concerns.forEach(({ box, layer }, n) => {
      const depth = LAYERS.indexOf(layer);
      expect(inside(box, layerBox(map, depth))).toBe(true);
      if (depth < 3) expect(apart(box, layerBox(map, depth + 1))).toBe(true);
      for (const other of map.concerns.slice(n + 1)) expect(apart(box, other.box)).toBe(true);
      for (const { glyphBox, titleAt } of map.layers) {
        expect(glyphBox && apart(box, glyphBox)).toBe(true);
        expect(within(titleAt, box)).toBe(false);
      }
    });
  });

  test("every title of the catalogue stands in full within its box, clear of the score", () => {
    for (const { title, lines, linesAt = [], box, scoreAt } of map.concerns) {
      expect(lines.join(" ")).toBe(title);
      lines.forEach((line, n) => {
        const at = linesAt[n] ?? { x: 0, y: 0 };
        expect(at.x + estimateWidth(line, CONCERN_TEXT_SIZE)).toBeLessThanOrEqual(box.x + box.width);
        expect(within(at, box)).toBe(true);
        expect(at.y).toBeLessThan((scoreAt?.y ?? 0) - 15);
      });
    }
  });

  test("nothing is known: all water is uncharted, with findings but no pins", () => {
    const findings = findFindings(CATALOG, PROFILE, UNKNOWN);
    const unknown = draw(CATALOG, card, findings);
    expect(unknown.concerns.every((one) => one.uncharted === 1 && one.hazards.length === 0 && one.findings > 0)).toBe(
      true,
    );
    expect(unknown.concerns.map(({ unchartedBox }) => unchartedBox)).toEqual(unknown.concerns.map(({ box }) => box));
    expect(unknown.escalations).toEqual([]);
  });

  test("every finding is pinned or uncharted, in its place, and pins stay within it", () => {
    fc.assert(
      fc.property(worldOf(FAR), (world) => {
        const { map, findings } = drawn(draw, world);
        const pinned = (hazards: { count: number }[]) => hazards.reduce((total, { count }) => total + count, 0);
        for (const concern of map.concerns) {
          const here = findings.filter((finding) => finding.concern === concern.concern);
          expect(pinned(concern.hazards) + (concern.unchartedFindings ?? 0)).toBe(here.length);
          for (const { at, level, count } of concern.hazards) {
            expect(
              within({ x: at.x + 6, y: at.y + 6 }, concern.box) && within({ x: at.x - 6, y: at.y - 6 }, concern.box),
            ).toBe(true);
            expect(count).toBe(here.filter((one) => one.maturity !== null && one.level === level).length);
          }
        }
        for (const { layer, hazards = [], box } of map.layers) {
          const health = findings.filter((one) => one.concern === null && one.layer === layer && one.maturity !== null);
          expect(pinned(hazards)).toBe(health.length);
          for (const { at } of hazards) expect(within(at, box)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("pins of all four levels, two digits each, stand side by side within the smallest box", () => {
    const levels = (["critical", "high", "medium", "low"] as const).flatMap((level) =>
      Array.from({ length: 12 }, () => level),
    );
    const one = (where: string, found: Finding[]) =>
      found.find((finding) => `${finding.concern ?? finding.layer}` === where);
    const all = findFindings(CATALOG, PROFILE, UNKNOWN);
    const places = [...new Set(all.map((finding) => finding.concern ?? finding.layer))];
    const findings = places.flatMap((place) =>
      levels.flatMap((level): Finding[] => {
        const found = one(place, all);
        return found ? [{ ...found, level, maturity: 0 }] : [];
      }),
    );
    const full = draw(CATALOG, card, findings);
    const groups = [...full.concerns, ...full.layers.map(({ box, hazards = [] }) => ({ box, hazards }))];
    for (const { hazards, box } of groups.filter((one) => one.hazards.length > 0)) {
      expect(hazards).toHaveLength(4);
      hazards.forEach(({ at, count }, n) => {
        const right = at.x + 9 + estimateWidth(String(count), 11);
        expect(right).toBeLessThanOrEqual((hazards[n + 1]?.at.x ?? box.x + box.width + 6) - 6);
      });
    }
  });

  test("every charted escalation is behind an arrow that ends in the outer layer's water and crosses no concern", () => {
    let arrows = 0;
    fc.assert(
      fc.property(worldOf(FAR), (world) => {
        const { map, findings } = drawn(draw, world);
        const escaping = findings.filter(
          (one) => one.maturity !== null && one.escalatesTo !== null && one.concern !== null,
        );
        expect(map.escalations.flatMap(({ findings: ids = [] }) => ids).toSorted()).toEqual(
          escaping.map(({ id }) => id).toSorted(),
        );
        for (const { path = [], from, to, layer, concern } of map.escalations) {
          arrows += 1;
          expect([path[0], path.at(-1)]).toEqual([from, to]);
          const depth = LAYERS.indexOf(layer);
          expect(within(to, layerBox(map, depth))).toBe(true);
          expect(within(to, layerBox(map, depth + 1))).toBe(false);
          const own = map.layers.find((one) => one.layer === layerOfConcern(concern))?.box ?? layerBox(map, 0);
          expect(path.slice(0, -1).every((corner) => within(corner, own))).toBe(true);
          const crossed = map.concerns.filter(({ box }) => pointsAlong(path).some((point) => within(point, box)));
          expect(crossed, concern).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
    expect(arrows).toBeGreaterThan(100);
  });
});

test("a finding that escalates to its own or an inner layer is no arrow", () => {
  const verdicts = judge(FAR, { scan: { "etcd-access-one": { fail: 1, pass: 0 } }, report: {}, answers: {} });
  const findings = findFindings(FAR, PROFILE, verdicts).map((one): Finding => ({ ...one, escalatesTo: one.layer }));
  const card = scoreAssessment(FAR, [{ profile: PROFILE, verdicts }], findings);
  expect(layersMap(FAR, card, findings).escalations).toEqual([]);
});

function drawn(draw: typeof layersMap, world: Parameters<typeof judge>[1]): { map: LayersMap; findings: Finding[] } {
  const verdicts = judge(FAR, world);
  const findings = findFindings(FAR, PROFILE, verdicts);
  return { map: draw(FAR, scoreAssessment(FAR, [{ profile: PROFILE, verdicts }], findings), findings), findings };
}

/** Points a unit apart along a path. */
function pointsAlong(path: readonly Point[]): Point[] {
  return path.slice(1).flatMap((to, n) => {
    const from = path[n] ?? to;
    const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y));
    return Array.from({ length: steps + 1 }, (_, step) => {
      const share = steps === 0 ? 0 : step / steps;
      return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
    });
  });
}
