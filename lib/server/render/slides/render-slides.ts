import type { Brand } from "#lib/report/brand.ts";
import type { ReportModel } from "#lib/report/report.ts";
import { addApprovalSlide } from "./approval-slide.ts";
import { addCoverSlide } from "./cover-slide.ts";
import { openDeck } from "./deck.ts";
import { addFindingsSlide } from "./findings-slide.ts";
import { addPlanSlides } from "./plan-slides.ts";
import { addRiskSlide } from "./risk-slide.ts";
import { sameBytes } from "./same-bytes.ts";
import { addScorecardSlide } from "./scorecard-slide.ts";
import { addStandingSlide } from "./standing-slide.ts";
import { addYearSlide } from "./year-slide.ts";

/**
 * The report as slides for PowerPoint: cover, where it stands, worst findings, scorecard, the year, the risk that is left, a
 * slide for each 90-day plan, what is approved. Texts and shapes that can be edited. The same model gives the same bytes.
 */
export async function renderSlides(model: ReportModel, brand: Brand | null = null): Promise<Uint8Array> {
  const deck = openDeck(model);
  addCoverSlide(deck, model, brand);
  addStandingSlide(deck, model);
  addFindingsSlide(deck, model);
  addScorecardSlide(deck, model);
  if (model.roadmap) {
    addYearSlide(deck, model, model.roadmap);
    addRiskSlide(deck, model, model.roadmap);
    addPlanSlides(deck, model, model.roadmap);
    addApprovalSlide(deck, model, model.roadmap);
  }
  return sameBytes((await deck.write({ outputType: "uint8array" })) as Uint8Array, model.date);
}
