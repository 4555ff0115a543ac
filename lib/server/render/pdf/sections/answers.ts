import { formatDate } from "#lib/presentation/dates.ts";
import { formatThings } from "#lib/presentation/numbers.ts";
import type { ReportAnswer } from "#lib/report/report.ts";
import { paragraph, section } from "../pages.ts";
import type { Pen } from "../pen.ts";
import { type CellPart, drawTable, type Row } from "../table.ts";
import { TYPE } from "../type-scale.ts";

const STANDING: Record<ReportAnswer["standing"], string> = {
  counts: "",
  "to-confirm": "To be confirmed",
  "not-asked": "No longer asked",
};

/** What people answered, dimension by dimension; nothing where nobody has. */
export function drawAnswers(pen: Pen): void {
  const { answers = [] } = pen.model;
  if (answers.length === 0) return;
  section(pen, "Answers", `${formatThings(answers.length, "answer")} by those who know the systems`, "portrait", () => {
    paragraph(
      pen,
      "An answer counts where nothing was seen, and stands beside what was seen where something was. Levels run from 0, not in place, to 4, proven by practice.",
    );
    const columns = [
      { title: "Question", share: 9 },
      { title: "Answer", share: 11 },
      { title: "By, and when", share: 4 },
    ];
    const byDimension = Map.groupBy(answers, ({ dimension }) => dimension || "Not in the catalogue any more");
    const rows = [...byDimension].flatMap(([dimension, own]): Row[] => [{ group: dimension }, ...own.map(rowOf)]);
    drawTable(pen, columns, rows);
  });
}

function rowOf({ question, asks, level, says, comment, confidence, by, at, standing }: ReportAnswer): Row {
  const said = level === null ? "Does not apply" : `Level ${level}: ${says}`;
  const more: CellPart[] = [
    ...(comment ? [{ text: comment, style: TYPE.small, gap: 2 }] : []),
    ...(STANDING[standing] ? [{ text: STANDING[standing], style: TYPE.smallBold, gap: 2 }] : []),
  ];
  return {
    cells: [
      [{ text: asks || question, style: TYPE.small }],
      [{ text: said, style: TYPE.small }, ...more],
      [
        { text: by, style: TYPE.small },
        { text: `${formatDate(at.slice(0, 10))}, ${confidence} confidence`, style: TYPE.label, gap: 2 },
      ],
    ],
  };
}
