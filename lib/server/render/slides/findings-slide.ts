import type pptxgen from "pptxgenjs";
import { formatCount, formatDecimal, formatThings } from "#lib/presentation/numbers.ts";
import { LEVEL_NAMES } from "#lib/presentation/palette.ts";
import type { ReportModel } from "#lib/report/report.ts";
import { addSlide, addTable, BODY } from "./deck.ts";

const SHOWN = 11;

/** The gravest findings; how many more there are is said, the rest stands in the workbook. */
export function addFindingsSlide(deck: pptxgen, model: ReportModel): void {
  const { findings, uncharted } = model;
  const critical = findings.filter(({ level }) => level === "critical").length;
  const rest = findings.length > SHOWN ? `; the ${SHOWN} gravest are here` : "";
  const slide = addSlide(
    deck,
    model,
    `${formatThings(findings.length, "finding")}, ${formatCount(critical)} of them critical, and ${formatThings(uncharted.length, "control")} of which nothing is known${rest}`,
  );
  const rows = findings
    .slice(0, SHOWN)
    .map(({ title, clusterName, level, risk, affected, lookedAt }) => [
      title,
      clusterName,
      LEVEL_NAMES[level],
      formatDecimal(risk.points),
      lookedAt > 0 ? `${formatCount(affected)} of ${formatCount(lookedAt)}` : "–",
    ]);
  addTable(
    slide,
    ["Finding", "Cluster", "Level", "Risk points", "Affected"],
    rows,
    BODY,
    [6.4, 2.2, 1.2, 1.2, 1.2],
    ["left", "left", "left", "right", "right"],
  );
}
