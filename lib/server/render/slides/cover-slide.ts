import type pptxgen from "pptxgenjs";
import { LAYERS } from "#lib/catalog/framework.ts";
import { formatDate } from "#lib/presentation/dates.ts";
import { LIGHT } from "#lib/presentation/palette.ts";
import { type Brand, fitLogo } from "#lib/report/brand.ts";
import type { ReportModel } from "#lib/report/report.ts";
import { addText, ink, PAGE, type Slide } from "./deck.ts";

/** In points. */
const LOGO_BOX = { width: 180, height: 44 };

export function addCoverSlide(deck: pptxgen, model: ReportModel, brand: Brand | null): void {
  const slide = deck.addSlide();
  drawSoundings(slide);
  const x = PAGE.margin;
  if (brand) drawBrand(slide, brand);
  addText(slide, model.organization, { x, y: 1.3, w: 7.4, h: 0.5 }, { size: 20, colour: LIGHT.muted });
  addText(slide, model.assessment, { x, y: 1.8, w: 7.4, h: 0.9 }, { size: 36, bold: true });
  addText(slide, model.headline, { x, y: 2.9, w: 7.2, h: 1.6 }, { size: 20, valign: "top" });
  const facts = `${formatDate(model.date)} · version ${model.version} · prepared by ${model.preparedBy}`;
  addText(slide, facts, { x, y: 6.3, w: 9, h: 0.35 }, { size: 12, colour: LIGHT.muted });
  addText(slide, `SHA-256 ${model.digest}`, { x, y: 6.65, w: 9, h: 0.3 }, { size: 9, colour: LIGHT.muted });
}

/** The logo and a bar in its colour, over everything else. */
function drawBrand(slide: Slide, { name, accent, logo }: Brand): void {
  if (accent)
    slide.addShape("rect", {
      ...{
        x: 0,
        y: 0,
        w: PAGE.margin / 3,
        h: 7.5,
        fill: { color: ink(accent) },
        line: { color: ink(accent), width: 0 },
      },
      objectName: "Decoration: the colour of the consultancy",
    });
  if (!logo) return;
  const { width, height } = fitLogo(logo, LOGO_BOX);
  const data = `${logo.type};base64,${Buffer.from(logo.bytes).toString("base64")}`;
  slide.addImage({ data, x: PAGE.margin, y: 0.5, w: width / 72, h: height / 72, altText: `Logo of ${name}` });
}

/** The four layers as depths of one blue, the outermost shallow. */
function drawSoundings(slide: Slide): void {
  for (const [at, layer] of LAYERS.entries())
    slide.addShape("ellipse", {
      x: 8.6 + at * 0.55,
      y: 0.9 + at * 0.55,
      w: 6.6 - at * 1.1,
      h: 6.6 - at * 1.1,
      fill: { color: ink(LIGHT.depths[layer]) },
      line: { color: ink(LIGHT.surface), width: 1 },
      objectName: `Decoration: the ${layer} layer`,
    });
}
