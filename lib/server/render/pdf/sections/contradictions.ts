import { CATALOG } from "#lib/catalog/catalog.ts";
import { formatThings } from "#lib/presentation/numbers.ts";
import type { ReportModel } from "#lib/report/report.ts";
import { paragraph, section } from "../pages.ts";
import type { Pen } from "../pen.ts";
import { type CellPart, drawTable, type Row } from "../table.ts";
import { TYPE } from "../type-scale.ts";

/** Where people and machines disagree: the stronger voice decided, the weaker one is kept here. One row a control. */
export function drawContradictions(pen: Pen): void {
  const { contradictions } = pen.model;
  const count = contradictions.length;
  const title =
    count === 0
      ? "No answer contradicts what was seen"
      : `In ${formatThings(count, "place")} what was said and what was seen disagree`;
  section(pen, "Contradictions", title, "portrait", () => {
    if (count === 0) {
      paragraph(
        pen,
        "Where an answer and an observation disagree, the observation decides and the answer is kept here.",
      );
      return;
    }
    paragraph(
      pen,
      "An observation outranks a report, a report outranks an answer. The stronger voice decided the score; the weaker one is kept.",
    );
    const columns = [
      { title: "Control", share: 8 },
      { title: "What was said, and what was seen", share: 13 },
    ];
    const byControl = Map.groupBy(contradictions, ({ control }) => control);
    drawTable(
      pen,
      columns,
      [...byControl].map(([control, same]) => rowOf(pen, control, same)),
    );
  });
}

function rowOf(pen: Pen, control: string, same: ReportModel["contradictions"]): Row {
  const said = same.flatMap(({ cluster, sentence }, i): CellPart[] => {
    const gap = i > 0 ? 4 : 0;
    if (!cluster) return [{ text: sentence, style: TYPE.small, gap }];
    return [
      { text: cluster, style: TYPE.label, gap },
      { text: sentence, style: TYPE.small },
    ];
  });
  return { cells: [[{ text: titleOf(pen, control), style: TYPE.smallBold }], said] };
}

/** A control that the catalogue no longer has: its finding still knows its title. */
function titleOf(pen: Pen, control: string): string {
  const known = CATALOG.controls.find((other) => other.id === control);
  const found = [...pen.model.findings, ...pen.model.uncharted].find((finding) => finding.control === control);
  return known?.title ?? found?.title ?? control;
}
