import type pptxgen from "pptxgenjs";
import { LAYERS } from "#lib/catalog/framework.ts";
import { formatDate } from "#lib/presentation/dates.ts";
import { LIGHT } from "#lib/presentation/palette.ts";
import type { ReportModel } from "#lib/report/report.ts";
import { addText, ink, PAGE, type Slide } from "./deck.ts";

export function addCoverSlide(deck: pptxgen, model: ReportModel): void {
  const slide = deck.addSlide();
  drawSoundings(slide);
  const x = PAGE.margin;
  addText(slide, model.organization, { x, y: 1.3, w: 7.4, h: 0.5 }, { size: 20, colour: LIGHT.muted });
  addText(slide, model.assessment, { x, y: 1.8, w: 7.4, h: 0.9 }, { size: 36, bold: true });
  addText(slide, model.headline, { x, y: 2.9, w: 7.2, h: 1.6 }, { size: 20, valign: "top" });
  const facts = `${formatDate(model.date)} · version ${model.version} · prepared by ${model.preparedBy}`;
  addText(slide, facts, { x, y: 6.3, w: 9, h: 0.35 }, { size: 12, colour: LIGHT.muted });
  addText(slide, `SHA-256 ${model.digest}`, { x, y: 6.65, w: 9, h: 0.3 }, { size: 9, colour: LIGHT.muted });
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
