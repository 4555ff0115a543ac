import { describe, expect, test } from "vitest";
import { CATALOG } from "#lib/catalog/catalog.ts";
import { DIMENSIONS, LAYERS } from "#lib/catalog/framework.ts";
import { SMALL_CATALOG } from "#lib/evidence/catalog.fixture.ts";
import { judge } from "#lib/evidence/world.fixture.ts";
import { findFindings } from "#lib/scoring/find-findings.ts";
import { scoreAssessment } from "#lib/scoring/score-assessment.ts";
import { estimateWidth } from "./break-lines.ts";
import type { Box } from "./geometry.ts";
import { HEAT_MAP_TEXT_SIZE, heatMap, heatMapNarrow } from "./heat-map.ts";

const PROFILE = { id: "c1", name: "prod", criticality: 3, dataSensitivity: 3 } as const;

const apart = (a: Box, b: Box) =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

describe.each([
  { name: "wide", draw: heatMap, width: 1200 },
  { name: "narrow", draw: heatMapNarrow, width: 360 },
])("$name", ({ draw, width }) => {
  const verdicts = judge(SMALL_CATALOG, { scan: { "etcd-access-one": { fail: 2, pass: 0 } }, report: {}, answers: {} });
  const findings = findFindings(SMALL_CATALOG, PROFILE, verdicts);
  const card = scoreAssessment(SMALL_CATALOG, [{ profile: PROFILE, verdicts }], findings);
  const map = draw(SMALL_CATALOG, card);

  test("32 cells that do not overlap, within the map", () => {
    expect(map.cells.map(({ layer, dimension }) => `${layer} ${dimension}`).toSorted()).toEqual(
      LAYERS.flatMap((layer) => DIMENSIONS.map((dimension) => `${layer} ${dimension}`)).toSorted(),
    );
    map.cells.forEach(({ box }, n) => {
      expect(box.x + box.width).toBeLessThanOrEqual(width + 0.001);
      expect(box.y + box.height).toBeLessThanOrEqual(map.height + 0.001);
      for (const other of map.cells.slice(n + 1)) expect(apart(box, other.box)).toBe(true);
    });
  });

  test("the cells fill the map to its right and lower edge", () => {
    expect(Math.max(...map.cells.map(({ box }) => box.x + box.width))).toBeCloseTo(width);
    expect(Math.max(...map.cells.map(({ box }) => box.y + box.height))).toBeCloseTo(map.height);
  });

  test("each cell stands in line with its layer and its dimension", () => {
    for (const { layer, dimension, box } of map.cells) {
      const row = map.rows.find((one) => one.layer === layer)?.at ?? { x: -1, y: -1 };
      const column = map.columns.find((one) => one.dimension === dimension)?.at ?? { x: -1, y: -1 };
      const [across, down] = width > 360 ? [column.x, row.y] : [row.x, column.y];
      expect(across).toBeCloseTo(box.x + box.width / 2);
      expect(down).toBeCloseTo(box.y + box.height / 2);
    }
  });

  test("levels, findings and what is uncharted come from the card", () => {
    const cell = (layer: string, dimension: string) =>
      map.cells.find((one) => one.layer === layer && one.dimension === dimension);
    expect(cell("cloud", "security")).toMatchObject({ findings: 10, level: "high" });
    expect(cell("code", "security")).toMatchObject({ level: "none", score: { coverage: 0 } });
    expect(cell("code", "security")?.unchartedBox).toEqual(cell("code", "security")?.box);
    expect(cell("code", "architecture")).toMatchObject({
      level: "empty",
      score: null,
      unchartedBox: null,
      findings: 0,
    });
  });

  test("the titles of the catalogue's dimensions stand in full, in two lines at most", () => {
    const room = width > 360 ? (map.cells[0]?.box.width ?? 0) : (map.cells[0]?.box.x ?? 0);
    for (const { lines, title } of draw(CATALOG, card).columns) {
      expect(lines.join(" ")).toBe(title);
      for (const line of lines) expect(estimateWidth(line, HEAT_MAP_TEXT_SIZE)).toBeLessThanOrEqual(room);
    }
  });
});
