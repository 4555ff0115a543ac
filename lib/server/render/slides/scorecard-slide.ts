import type pptxgen from "pptxgenjs";
import type { Initiative, Quadrant } from "#lib/planning/initiative.ts";
import { formatDecimal, formatThings } from "#lib/presentation/numbers.ts";
import { LIGHT } from "#lib/presentation/palette.ts";
import { QUADRANT_MEANS, sayInitiative, sayQuadrant } from "#lib/presentation/sentences-of-plans.ts";
import type { ReportModel } from "#lib/report/report.ts";
import { addSlide, addText, BODY, ink, type Slide } from "./deck.ts";

const QUADRANTS: readonly Quadrant[] = ["do now", "plan well", "fill in", "think twice"];
const PLOT = { x: BODY.x + 0.3, y: BODY.y + 0.1, w: 7.2, h: 4.7 };
const DOT = 0.26;
const NAMED = 5;

/** Initiatives by effort (across) and risk removed (up), both by their logarithm, numbered as in the plan. */
export function addScorecardSlide(deck: pptxgen, model: ReportModel): void {
  const { initiatives } = model;
  const now = initiatives.filter(({ quadrant }) => quadrant === "do now");
  const risk = formatDecimal(now.reduce((sum, each) => sum + each.risk, 0));
  const days = formatDecimal(now.reduce((sum, each) => sum + each.effort.days, 0));
  const slide = addSlide(
    deck,
    model,
    `${formatThings(now.length, "initiative")} to do now: ${risk} risk points for ${days} person-days`,
  );
  slide.addShape("rect", {
    ...PLOT,
    fill: { color: ink(LIGHT.sunken) },
    objectName: `${formatThings(initiatives.length, "initiative")} by effort and risk removed`,
  });
  const place = placer(initiatives);
  for (const [at, each] of initiatives.entries()) drawDot(slide, each, at + 1, place(each));
  addText(
    slide,
    "more person-days →",
    { x: PLOT.x, y: PLOT.y + PLOT.h + 0.05, w: PLOT.w, h: 0.3 },
    { size: 10, colour: LIGHT.muted, align: "right" },
  );
  addText(
    slide,
    "more risk removed ↑",
    { x: PLOT.x, y: PLOT.y - 0.3, w: PLOT.w, h: 0.3 },
    { size: 10, colour: LIGHT.muted },
  );
  QUADRANTS.forEach((quadrant, at) => {
    listQuadrant(slide, initiatives, quadrant, BODY.y + at * 1.3);
  });
}

function drawDot(
  slide: Slide,
  { title, layer, risk, effort }: Initiative,
  number: number,
  at: { x: number; y: number },
): void {
  slide.addText(String(number), {
    shape: "ellipse",
    ...at,
    w: DOT,
    h: DOT,
    margin: 0,
    fontSize: 8,
    align: "center",
    valign: "middle",
    color: ink(LIGHT.surface),
    fill: { color: ink(LIGHT.soundings[layer]) },
    objectName: `${number}: ${title}, ${formatDecimal(risk)} risk points, ${formatDecimal(effort.days)} person-days`,
  });
}

function placer(initiatives: readonly Initiative[]) {
  const across = scale(initiatives.map(({ effort }) => effort.days));
  const up = scale(initiatives.map(({ risk }) => risk));
  return ({ effort, risk }: Initiative) => ({
    x: PLOT.x + 0.05 + across(effort.days) * (PLOT.w - DOT - 0.1),
    y: PLOT.y + 0.05 + (1 - up(risk)) * (PLOT.h - DOT - 0.1),
  });
}

/** 0 for the least, 1 for the most, by logarithm; the middle where all are one. */
function scale(values: readonly number[]): (value: number) => number {
  const logs = values.map((value) => Math.log(Math.max(value, 0.1)));
  const [least, most] = [Math.min(...logs), Math.max(...logs)];
  return (value) => (most > least ? (Math.log(Math.max(value, 0.1)) - least) / (most - least) : 0.5);
}

function listQuadrant(slide: Slide, all: readonly Initiative[], quadrant: Quadrant, y: number): void {
  const own = all.flatMap((each, at) => (each.quadrant === quadrant ? [`${at + 1} ${sayInitiative(each)}`] : []));
  const head = `${sayQuadrant(quadrant)} (${own.length}): ${QUADRANT_MEANS[quadrant]}`;
  addText(slide, head, { x: 8.4, y, w: 4.33, h: 0.28 }, { size: 12, bold: true });
  const more = own.length > NAMED ? [`and ${own.length - NAMED} more`] : [];
  addText(
    slide,
    [...own.slice(0, NAMED), ...more].join("\n") || "none",
    { x: 8.4, y: y + 0.28, w: 4.33, h: 0.95 },
    { size: 9, valign: "top" },
  );
}
