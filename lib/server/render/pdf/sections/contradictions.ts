import { CATALOG } from "#lib/catalog/catalog.ts";
import { formatThings } from "#lib/presentation/numbers.ts";
import type { ReportContradiction } from "#lib/report/report.ts";
import { paragraph, section } from "../pages.ts";
import type { Pen } from "../pen.ts";
import { type CellPart, drawTable, type Row } from "../table.ts";
import { TYPE } from "../type-scale.ts";

/** Where people and machines disagree: the stronger voice decided, the weaker one is kept, with the decision about it. */
export function drawContradictions(pen: Pen): void {
  const { contradictions } = pen.model;
  section(pen, "Contradictions", titleOfSection(contradictions), "portrait", () => {
    paragraph(
      pen,
      "An observation outranks a report, a report outranks an answer. The stronger voice decided the score; the weaker one is kept, with what was decided about it.",
    );
    if (contradictions.length === 0) return;
    const columns = [
      { title: "Control", share: 6 },
      { title: "What was said, and what was seen", share: 9 },
      { title: "Decision", share: 8 },
    ];
    drawTable(
      pen,
      columns,
      contradictions.map((each) => rowOf(pen, each)),
    );
  });
}

function titleOfSection(contradictions: readonly ReportContradiction[]): string {
  const differ = contradictions.filter(({ standing }) => standing !== "gone");
  if (differ.length === 0) return "No answer contradicts what was seen";
  const open = differ.filter(({ standing }) => standing !== "settled").length;
  const settled = open === 0 ? "; each has a decision" : open < differ.length ? `; ${open} without a decision` : "";
  return `In ${formatThings(differ.length, "place")} what was said and what was seen disagree${settled}`;
}

const OPEN: CellPart = { text: "Open", style: TYPE.smallBold };
const GONE: CellPart = { text: "No longer differs", style: TYPE.smallBold };

function rowOf(pen: Pen, { control, cluster, sentence, standing, decisions = [] }: ReportContradiction): Row {
  const said: CellPart[] = [
    ...(cluster ? [{ text: cluster, style: TYPE.label }] : []),
    { text: sentence, style: TYPE.small },
  ];
  const decided = decisions.map((text): CellPart => ({ text, style: TYPE.small, gap: 2 }));
  const head = standing === "gone" ? [GONE] : standing === "settled" ? [] : [OPEN];
  return { cells: [[{ text: titleOf(pen, control), style: TYPE.smallBold }], said, [...head, ...decided]] };
}

/** A control that the catalogue no longer has: its finding still knows its title. */
function titleOf(pen: Pen, control: string): string {
  const known = CATALOG.controls.find((other) => other.id === control);
  const found = [...pen.model.findings, ...pen.model.uncharted].find((finding) => finding.control === control);
  return known?.title ?? found?.title ?? control;
}
