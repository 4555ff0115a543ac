import type pptxgen from "pptxgenjs";
import type { Roadmap } from "#lib/planning/roadmap.ts";
import { formatPeriod, formatQuarter, weekOfRoadmap } from "#lib/presentation/dates.ts";
import { LIGHT } from "#lib/presentation/palette.ts";
import { sayInitiative, sayYear } from "#lib/presentation/sentences-of-plans.ts";
import type { ReportModel } from "#lib/report/report.ts";
import { addSlide, addText, BODY, ink } from "./deck.ts";

const LABELS = 3.9;
const ROWS = 26;

/** The year as bars, in the order of the plans; slides go on until every initiative has its bar. */
export function addYearSlide(deck: pptxgen, model: ReportModel, roadmap: Roadmap): void {
  const items = roadmap.plans.flatMap((plan) => plan.items);
  const parts = Math.max(1, Math.ceil(items.length / ROWS));
  for (let part = 0; part < parts; part++) {
    const title = parts === 1 ? sayYear(roadmap) : `${sayYear(roadmap)} (${part + 1} of ${parts})`;
    const slide = addSlide(deck, model, title);
    const week = (BODY.w - LABELS) / 52;
    for (const { quarter, startsOn, endsOn } of roadmap.plans) {
      const x = BODY.x + LABELS + (quarter - 1) * 13 * week;
      addText(
        slide,
        `${formatQuarter(quarter)}  ${formatPeriod(startsOn, endsOn)}`,
        { x, y: BODY.y - 0.1, w: 13 * week, h: 0.3 },
        { size: 10, bold: true },
      );
      slide.addShape("line", {
        x,
        y: BODY.y + 0.2,
        w: 0,
        h: BODY.h - 0.2,
        line: { color: ink(LIGHT.hairline), width: 1 },
      });
    }
    const shown = items.slice(part * ROWS, (part + 1) * ROWS);
    const row = Math.min(0.3, (BODY.h - 0.3) / Math.max(1, shown.length));
    for (const [at, item] of shown.entries()) {
      const initiative = model.initiatives.find(({ id }) => id === item.initiative);
      const name = initiative ? sayInitiative(initiative) : item.initiative;
      const y = BODY.y + 0.28 + at * row;
      addText(slide, name, { x: BODY.x, y, w: LABELS - 0.1, h: row }, { size: 9 });
      const from = weekOfRoadmap(item.quarter, item.startWeek) - 1;
      const weeks = item.endWeek - item.startWeek + 1;
      slide.addShape("rect", {
        x: BODY.x + LABELS + from * week,
        y: y + row * 0.18,
        w: weeks * week,
        h: row * 0.64,
        fill: { color: ink(LIGHT.soundings[initiative?.layer ?? "cloud"]) },
        objectName: `${name}: ${formatQuarter(item.quarter)}, weeks ${item.startWeek} to ${item.endWeek}`,
      });
    }
  }
}
