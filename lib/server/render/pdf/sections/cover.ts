import { formatDate } from "#lib/presentation/dates.ts";
import { LIGHT } from "#lib/presentation/palette.ts";
import { type Brand, fitLogo } from "#lib/report/brand.ts";
import { drawFitted, drawLine, drawLines, drawText } from "../draw-text.ts";
import { columnsOf } from "../page-grid.ts";
import { startPage } from "../pages.ts";
import type { Pen } from "../pen.ts";
import { decoration, grouped, tagged } from "../structure.ts";
import { coloured, TYPE } from "../type-scale.ts";
import { wrapText } from "../wrap-text.ts";
import { drawCoverChart } from "./cover-chart.ts";

/** In points, over the line of the cover. */
const LOGO_BOX = { width: 150, height: 34 };

/** Who, what, when, which version, and the digest that proves that nothing was changed since. */
export function drawCover(pen: Pen): void {
  startPage(pen, "portrait");
  pen.doc.outline.addItem("Cover", { expanded: false });
  const { model, area } = pen;
  grouped(pen, "Sect", () => {
    const { brand } = pen;
    if (brand?.logo) drawLogo(pen, brand.name, brand.logo);
    tagged(pen, "P", () => {
      if (!brand?.logo) drawFitted(pen, brand?.name ?? "Chartroom", area.left, 44, TYPE.bodyBold, 120);
      drawFitted(
        pen,
        `Prepared by ${model.preparedBy}`,
        area.right,
        44,
        coloured(TYPE.body, LIGHT.muted),
        360,
        "right",
      );
    });
    decoration(pen, () =>
      pen.doc
        .moveTo(area.left, 68)
        .lineTo(area.right, 68)
        .lineWidth(brand?.accent ? 3 : 0.75)
        .stroke(brand?.accent ?? LIGHT.ink),
    );
    tagged(pen, "H1", () => {
      drawLine(
        pen,
        "Kubernetes Health Assessment and 12-month roadmap",
        area.left,
        92,
        coloured(TYPE.heading, LIGHT.muted),
      );
      const height = drawText(pen, model.organization, area.left, 116, TYPE.display, area.width, 2);
      drawText(pen, model.assessment, area.left, 120 + height, TYPE.title, area.width, 2);
    });
    const frame = { x: area.left + 5, y: 268, width: area.width - 10, height: 412 };
    tagged(pen, "Figure", () => drawCoverChart(pen, frame), { alt: describeChart(pen), box: frame });
    drawImprint(pen, 708);
  });
}

/** At the height of the name that it takes the place of. */
function drawLogo(pen: Pen, name: string, logo: NonNullable<Brand["logo"]>): void {
  const { width, height } = fitLogo(logo, LOGO_BOX);
  const box = { x: pen.area.left, y: 60 - height, width, height };
  tagged(pen, "Figure", () => pen.doc.image(Buffer.from(logo.bytes), box.x, box.y, { width, height }), {
    ...{ alt: `Logo of ${name}`, box },
  });
}

function drawImprint(pen: Pen, top: number): void {
  const { model, area } = pen;
  const caption =
    "The chart is this assessment: four layers from the shore inwards. Figures are the scores of the concerns, 0 to 100; a diamond is a critical hazard, a question mark uncharted water.";
  tagged(pen, "Caption", () => drawText(pen, caption, area.left, top - 8, TYPE.label, area.width));
  const digest = wrapText(pen, model.digest.replace(/(.{32})/g, "$1 "), TYPE.code, columnsOf(area, 6, 6).width, 2);
  const facts: [column: number, label: string, value: string][] = [
    [0, "Date", formatDate(model.date)],
    [2, "Version", String(model.version)],
    [3, "Clusters", String(model.clusters.length)],
    ...(model.signed ? [[4, "Signed", formatDate(model.signed.at)] satisfies (typeof facts)[number]] : []),
  ];
  for (const [column, label, value] of facts) {
    tagged(pen, "P", () => {
      drawLine(pen, label, columnsOf(area, column, 1).x, top + 24, TYPE.label);
      drawLine(pen, value, columnsOf(area, column, 1).x, top + 36, TYPE.bodyBold);
    });
  }
  tagged(pen, "P", () => {
    drawLine(pen, "Digest of this report (SHA-256)", columnsOf(area, 6, 6).x, top + 24, TYPE.label);
    drawLines(pen, digest, columnsOf(area, 6, 6).x, top + 38, TYPE.code);
  });
}

function describeChart(pen: Pen): string {
  const { layersMap } = pen.model;
  const layers = layersMap.layers.map((layer) => `${layer.title} ${Math.round(layer.own.low)}`).join(", ");
  return `The four layers drawn as a sea chart, outermost at the shore. Own scores of 100: ${layers}.`;
}
