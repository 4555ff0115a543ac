import type { Brand } from "#lib/report/brand.ts";
import type { ReportModel } from "#lib/report/report.ts";
import { drawContents } from "./contents.ts";
import { takePen } from "./pen.ts";
import { closeDocument, openDocument } from "./report-document.ts";
import { drawRunningHeads } from "./running-heads.ts";
import { drawAnswers } from "./sections/answers.ts";
import { drawApproval } from "./sections/approval.ts";
import { drawContradictions } from "./sections/contradictions.ts";
import { drawCover } from "./sections/cover.ts";
import { drawDerivation } from "./sections/derivation.ts";
import { drawEvidence } from "./sections/evidence.ts";
import { drawFindings } from "./sections/findings.ts";
import { drawGuide } from "./sections/guide.ts";
import { drawHeatMapPage } from "./sections/heat-map.ts";
import { drawInitiatives } from "./sections/initiatives.ts";
import { drawLayersMapPages } from "./sections/layers-map.ts";
import { drawPlans } from "./sections/plans.ts";
import { drawRoadmap } from "./sections/roadmap.ts";
import { drawScorecard } from "./sections/scorecard.ts";
import { drawSignature } from "./sections/signature.ts";
import { drawSummary } from "./sections/summary.ts";
import { drawUncharted } from "./sections/uncharted.ts";
import { drawUnestimated } from "./sections/unestimated.ts";

/**
 * The report as a PDF: A4, vector graphics and embedded fonts only, tagged, with bookmarks. The same model gives the
 * same bytes. Opens no file but the fonts (once in the life of the process) and no connection. Throws when a date of
 * the model is not an ISO date or the fonts cannot be read.
 */
export async function renderReportPdf(model: ReportModel, brand: Brand | null = null): Promise<Buffer> {
  const doc = await openDocument(model);
  const pen = takePen(doc, model, brand);
  drawCover(pen);
  drawSummary(pen);
  const contents = drawGuide(pen);
  drawLayersMapPages(pen);
  drawHeatMapPage(pen);
  drawScorecard(pen);
  drawPlans(pen);
  drawRoadmap(pen);
  drawInitiatives(pen);
  drawUnestimated(pen);
  drawFindings(pen);
  drawUncharted(pen);
  drawContradictions(pen);
  drawAnswers(pen);
  drawEvidence(pen);
  drawDerivation(pen);
  drawApproval(pen);
  drawSignature(pen);
  drawContents(pen, contents);
  drawRunningHeads(pen);
  pen.root.end();
  return closeDocument(doc);
}

/** The executive summary alone, two pages: the cover, and where it stands, what is next and what is to be approved. */
export async function renderSummaryPdf(model: ReportModel, brand: Brand | null = null): Promise<Buffer> {
  const doc = await openDocument(model);
  const pen = takePen(doc, model, brand);
  drawCover(pen);
  drawSummary(pen);
  drawRunningHeads(pen);
  pen.root.end();
  return closeDocument(doc);
}
