import { formatDecimal, formatThings } from "#lib/presentation/numbers.ts";
import { LEVEL_NAMES } from "#lib/presentation/palette.ts";
import { concernTitle, dimensionTitle, layerTitle } from "../names.ts";
import { paragraph, section } from "../pages.ts";
import type { Pen } from "../pen.ts";
import { drawTable, type Row } from "../table.ts";
import { TYPE } from "../type-scale.ts";

/** Controls that nothing speaks about: they count as unmet until somebody looks. */
export function drawUncharted(pen: Pen): void {
  const { uncharted, layersMap } = pen.model;
  const title =
    uncharted.length === 0
      ? "Nothing is uncharted: every control rests on fresh evidence"
      : `${formatThings(uncharted.length, "control")} without fresh evidence ${uncharted.length === 1 ? "counts" : "count"} as unmet until somebody looks`;
  section(pen, "Uncharted waters", title, "portrait", () => {
    if (uncharted.length === 0) {
      paragraph(
        pen,
        "Evidence ages. What is charted today becomes uncharted again when its evidence is older than the organization allows.",
      );
      return;
    }
    const columns = [
      { title: "Control", share: 10 },
      { title: "Concern", share: 7 },
      { title: "Cluster", share: 4 },
      { title: "If unmet", share: 4, align: "right" as const },
    ];
    const rows = layersMap.layers.flatMap(({ layer }) => {
      const mine = uncharted.filter((finding) => finding.layer === layer);
      return mine.length === 0
        ? []
        : [{ group: layerTitle(pen.model, layer) }, ...mine.map((finding) => rowOf(pen, finding))];
    });
    drawTable(pen, columns, rows);
  });
}

function rowOf(pen: Pen, finding: Pen["model"]["uncharted"][number]): Row {
  return {
    cells: [
      [{ text: finding.title, style: TYPE.small }],
      [
        {
          text: concernTitle(pen.model, finding.concern) || dimensionTitle(pen.model, finding.dimension),
          style: TYPE.small,
        },
      ],
      [{ text: finding.clusterName, style: TYPE.small }],
      [
        {
          text: `${LEVEL_NAMES[finding.level].toLowerCase()}, ${formatDecimal(finding.risk.points)}`,
          style: TYPE.number,
        },
      ],
    ],
  };
}
