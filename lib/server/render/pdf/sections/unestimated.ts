import { formatRisk, formatThings } from "#lib/presentation/numbers.ts";
import { paragraph, section } from "../pages.ts";
import type { Pen } from "../pen.ts";
import { drawTable } from "../table.ts";
import { TYPE } from "../type-scale.ts";

/** What no plan can hold because nobody has said what it takes; no page where everything is estimated. */
export function drawUnestimated(pen: Pen): void {
  const { unestimated = [] } = pen.model;
  if (unestimated.length === 0) return;
  const title = `${formatThings(unestimated.length, "initiative")} without an estimate`;
  section(pen, "Without an estimate", title, "portrait", () => {
    paragraph(pen, "No plan can hold what nobody has estimated: findings that it closes stay open until then.");
    const columns = [
      { title: "Initiative", share: 9 },
      { title: "Removes", share: 6 },
      { title: "Added by hand", share: 8 },
    ];
    drawTable(
      pen,
      columns,
      unestimated.map(({ title: name, risk, findings, own }) => ({
        cells: [
          [{ text: name, style: TYPE.smallBold }],
          [{ text: `${formatRisk(risk)} in ${formatThings(findings.length, "finding")}`, style: TYPE.small }],
          own ? [{ text: `${own.by}: ${own.reason}`, style: TYPE.small }] : [],
        ],
      })),
    );
  });
}
