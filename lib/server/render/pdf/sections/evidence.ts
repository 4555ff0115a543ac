import { formatDate } from "#lib/presentation/dates.ts";
import { formatThings } from "#lib/presentation/numbers.ts";
import type { ReportEvidence } from "#lib/report/report.ts";
import { paragraph, section } from "../pages.ts";
import type { Pen } from "../pen.ts";
import { drawTable, type Row } from "../table.ts";
import { TYPE } from "../type-scale.ts";

const KIND: Record<ReportEvidence["kind"], string> = { file: "File", link: "Link", command: "Command" };

/** What was brought for the questions, with the hash by which whoever has it can compare; nothing where nothing was. */
export function drawEvidence(pen: Pen): void {
  const { evidence = [] } = pen.model;
  if (evidence.length === 0) return;
  const title = `${formatThings(evidence.length, "piece")} of evidence ${evidence.length === 1 ? "was" : "were"} brought`;
  section(pen, "Evidence brought", title, "portrait", () => {
    paragraph(pen, "Files, addresses and commands that back the answers. Ask for one, and compare its SHA-256.");
    const columns = [
      { title: "Evidence", share: 9 },
      { title: "Source and SHA-256", share: 10 },
      { title: "Observed, valid until", share: 5 },
    ];
    drawTable(pen, columns, evidence.map(rowOf));
  });
}

function rowOf({ kind, title, source, observedOn, validUntil, standing, sha256, by, withdrawn }: ReportEvidence): Row {
  const state = standing === "withdrawn" ? withdrawn || "Withdrawn" : standing === "ended" ? "Ended" : "";
  return {
    cells: [
      [
        { text: title, style: TYPE.smallBold },
        { text: `${KIND[kind]}, brought by ${by}`, style: TYPE.label, gap: 2 },
      ],
      [
        { text: source, style: TYPE.small },
        { text: sha256, style: TYPE.label, gap: 2 },
      ],
      [
        { text: formatDate(observedOn), style: TYPE.small },
        { text: `until ${formatDate(validUntil)}`, style: TYPE.label, gap: 2 },
        ...(state ? [{ text: state, style: TYPE.smallBold, gap: 2 }] : []),
      ],
    ],
  };
}
