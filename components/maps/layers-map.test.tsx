import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { CATALOG } from "#lib/catalog/catalog.ts";
import { CONCERNS } from "#lib/catalog/framework.ts";
import { heatMap } from "#lib/maps/heat-map.ts";
import { layersMap, layersMapNarrow } from "#lib/maps/layers-map.ts";
import { emptyReportFixture, reportFixture } from "#lib/report/report.fixture.ts";
import { HeatMapFigure } from "./heat-map-figure.tsx";
import { LayersMapDrawing } from "./layers-map-drawing.tsx";
import { LayersMapFigure } from "./layers-map-figure.tsx";
import { sayConcern } from "./sentences-of-map.ts";

const report = reportFixture();
const findings = [...report.findings, ...report.uncharted];
const map = layersMap(CATALOG, report.scores, findings);
const narrow = layersMapNarrow(CATALOG, report.scores, findings);

describe("the layers map", () => {
  test("each concern is a link that says its score, its coverage and its findings", () => {
    const html = renderToStaticMarkup(<LayersMapDrawing map={map} title="The 4 C's" findingsHref="/f" />);
    const links = [
      ...html.matchAll(
        /<a [^>]*aria-label="([^"]*)"[^>]*href="([^"]*)"|<a [^>]*href="([^"]*)"[^>]*aria-label="([^"]*)"/g,
      ),
    ];
    expect(links).toHaveLength(CONCERNS.length);
    for (const concern of CONCERNS) expect(html).toContain(`/f?concern=${concern}`);
    const rbac = map.concerns.find(({ concern }) => concern === "rbac-authorization");
    expect(rbac && sayConcern(rbac)).toMatch(/^RBAC authorization: 27 of 100, 100 % of weight seen, \d+ findings: /);
  });

  test("picture and table say the same numbers", () => {
    const html = renderToStaticMarkup(<LayersMapFigure map={map} narrow={narrow} title="The 4 C's" />);
    const table = html.slice(html.indexOf("<table"));
    for (const { title } of map.concerns) expect(table, title).toContain(title);
    for (const { sentence } of map.escalations) expect(table.replaceAll("&quot;", '"')).toContain(sentence);
  });

  test("where nothing is known the whole concern is hatched and no hazard is pinned", () => {
    const empty = emptyReportFixture();
    const unknown = layersMap(CATALOG, empty.scores, empty.uncharted);
    expect(unknown.concerns.every(({ uncharted, hazards }) => uncharted === 1 && hazards.length === 0)).toBe(true);
    expect(
      unknown.concerns
        .map(sayConcern)
        .every((sentence) => sentence.includes("uncharted") || sentence.includes("no findings")),
    ).toBe(true);
  });
});

test("the heat map's table has every dimension and leads to the findings of a cell", () => {
  const html = renderToStaticMarkup(
    <HeatMapFigure map={heatMap(CATALOG, report.scores)} title="Heat map" findingsHref="/f" />,
  );
  for (const { title } of CATALOG.dimensions) expect(html).toContain(title.replaceAll("&", "&amp;"));
  expect(html).toContain("/f?layer=cluster&amp;dimension=security");
});
