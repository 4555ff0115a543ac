import type pptxgen from "pptxgenjs";
import { formatCoverage, formatInterval, formatScore } from "#lib/presentation/numbers.ts";
import { LIGHT } from "#lib/presentation/palette.ts";
import type { ReportModel } from "#lib/report/report.ts";
import type { LayerScore } from "#lib/scoring/score.ts";
import { addSlide, addText, BODY, ink, type Slide } from "./deck.ts";

const ROW = 0.62;
const BAR = { x: 3.1, w: 3.0 };

/** Own and assured score of each layer, outermost first, beside the sentences of the summary. */
export function addStandingSlide(deck: pptxgen, model: ReportModel): void {
  const slide = addSlide(deck, model, model.headline);
  addText(
    slide,
    "Own (thin) and assured (broad), of 100",
    { x: BODY.x, y: BODY.y, w: 6, h: 0.35 },
    { size: 12, colour: LIGHT.muted },
  );
  for (const [at, score] of model.scores.layers.entries()) drawLayer(slide, model, score, BODY.y + 0.5 + at * ROW);
  const { own, assured } = model.scores.overall;
  const y = BODY.y + 0.6 + model.scores.layers.length * ROW;
  addText(slide, "Overall", { x: BODY.x, y, w: 1.6, h: 0.4 }, { size: 16, bold: true });
  addText(
    slide,
    `${formatScore(assured)} assured, ${formatScore(own)} own · ${formatCoverage(assured)}`,
    { x: BODY.x + 1.7, y, w: 5, h: 0.4 },
    { size: 14 },
  );
  const each = Math.min(0.95, 4.9 / Math.max(1, model.summary.length));
  for (const [n, sentence] of model.summary.entries())
    addText(slide, sentence, { x: 7.6, y: BODY.y + n * each, w: 5.13, h: each - 0.08 }, { size: 13, valign: "top" });
}

function drawLayer(slide: Slide, model: ReportModel, { layer, own, assured, heldBy }: LayerScore, y: number): void {
  const title = model.layersMap.layers.find((each) => each.layer === layer)?.title ?? layer;
  addText(slide, title, { x: BODY.x, y, w: 1.6, h: 0.36 }, { size: 14, bold: true });
  addText(
    slide,
    `${formatInterval(assured)} / ${formatInterval(own)}`,
    { x: BODY.x + 1.25, y, w: 1.15, h: 0.36 },
    { size: 12, align: "right" },
  );
  slide.addShape("rect", {
    x: BAR.x,
    y: y + 0.06,
    w: BAR.w,
    h: 0.24,
    fill: { color: ink(LIGHT.sunken) },
    objectName: `${title}: assured ${formatInterval(assured)}, own ${formatInterval(own)} of 100`,
  });
  const bar = (value: number, top: number, h: number, colour: string) => {
    if (value > 0)
      slide.addShape("rect", { x: BAR.x, y: top, w: (BAR.w * value) / 100, h, fill: { color: ink(colour) } });
  };
  bar(assured.low, y + 0.06, 0.24, LIGHT.soundings[layer]);
  bar(own.low, y + 0.15, 0.06, LIGHT.ink);
  if (heldBy)
    addText(
      slide,
      `held by ${heldBy}`,
      { x: BAR.x + BAR.w + 0.1, y, w: 1.2, h: 0.36 },
      { size: 11, colour: LIGHT.muted },
    );
}
