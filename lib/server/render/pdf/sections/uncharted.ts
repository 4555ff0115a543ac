import { formatDecimal, formatList, formatThings } from "#lib/presentation/numbers.ts";
import { LEVEL_NAMES } from "#lib/presentation/palette.ts";
import type { Finding } from "#lib/scoring/finding.ts";
import { concernTitle, dimensionTitle, layerTitle } from "../names.ts";
import { paragraph, section } from "../pages.ts";
import type { Pen } from "../pen.ts";
import { drawTable, type Row } from "../table.ts";
import { TYPE } from "../type-scale.ts";

/** Controls that nothing speaks about: they count as unmet until somebody looks. One row a control, with its clusters. */
export function drawUncharted(pen: Pen): void {
  const { uncharted, layersMap } = pen.model;
  section(pen, "Uncharted waters", titleOf(uncharted), "portrait", () => {
    if (uncharted.length === 0) {
      paragraph(
        pen,
        "Evidence ages: what is charted today is uncharted again once its evidence is older than the organization allows.",
      );
      return;
    }
    paragraph(
      pen,
      "Nobody has looked, or what was seen is too old. Each of these is a gap in the score, and none of them is an initiative before it is charted. A scan, an imported report or an answer charts it.",
    );
    const columns = [
      { title: "Control", share: 10 },
      { title: "Concern or dimension", share: 7 },
      { title: "Cluster", share: 5 },
      { title: "If it is unmet", share: 4, align: "right" as const },
    ];
    const rows = layersMap.layers.flatMap(({ layer }): Row[] => {
      const byControl = Map.groupBy(
        uncharted.filter((finding) => finding.layer === layer),
        (finding) => finding.control,
      );
      return byControl.size === 0
        ? []
        : [{ group: layerTitle(pen.model, layer) }, ...[...byControl.values()].map((same) => rowOf(pen, same))];
    });
    drawTable(pen, columns, rows);
  });
}

function titleOf(uncharted: readonly Finding[]): string {
  if (uncharted.length === 0) return "Nothing is uncharted: every control rests on fresh evidence";
  const controls = new Set(uncharted.map((finding) => finding.control)).size;
  return `${formatThings(controls, "control")} without fresh evidence ${controls === 1 ? "counts" : "count"} as unmet until somebody looks`;
}

/** The same control on several clusters: worst first, as the report orders findings. */
function rowOf(pen: Pen, same: readonly Finding[]): Row {
  const [worst] = same;
  if (!worst) return { cells: [] };
  return {
    cells: [
      [{ text: worst.title, style: TYPE.small }],
      [
        {
          text: concernTitle(pen.model, worst.concern) || dimensionTitle(pen.model, worst.dimension),
          style: TYPE.small,
        },
      ],
      [{ text: formatList(same.map((finding) => finding.clusterName)), style: TYPE.small }],
      [{ text: `${LEVEL_NAMES[worst.level].toLowerCase()}, ${formatDecimal(worst.risk.points)}`, style: TYPE.number }],
    ],
  };
}
