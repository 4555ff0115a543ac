import { formatDate } from "#lib/presentation/dates.ts";
import { sayDistribution } from "#lib/presentation/distributions.ts";
import { formatCount } from "#lib/presentation/numbers.ts";
import { LEVEL_NAMES, LEVELS_WORST_FIRST } from "#lib/presentation/palette.ts";
import { RISK_SHAPE_NAMES } from "#lib/presentation/risk-shapes.ts";
import { type ContentsPlace, heightOfContents, reserveContents } from "../contents.ts";
import { drawLine, drawText } from "../draw-text.ts";
import { drawHatch } from "../hatch.ts";
import { columnsOf } from "../page-grid.ts";
import { section, subheading } from "../pages.ts";
import type { Pen } from "../pen.ts";
import { drawRiskMark } from "../risk-mark.ts";
import { tagged } from "../structure.ts";
import { drawTable } from "../table.ts";
import { TYPE } from "../type-scale.ts";

const MOST_ENTRIES = 20;
const POINTS_OF_LEVEL = { low: "1–4 points", medium: "5–9 points", high: "10–15 points", critical: "16–25 points" };

const RULES: [term: string, text: string][] = [
  [
    "Own and assured",
    "A layer's own score comes from its controls. Its assured score is never higher than that of the layer around it: code cannot make up for a weak cloud. Both always stand together, own above assured.",
  ],
  [
    "Score and interval",
    "Scores run from 0 to 100. The headline counts everything unknown as unmet; the hatched band reaches to where the score would be if all of it were met. Evidence narrows the band.",
  ],
  ["Coverage", "The weighted share of controls that rest on fresh evidence. No score stands without it."],
  [
    "Risk points",
    "Likelihood (1–5) times impact (1–5) of each finding. Both start from the control and move with what was seen; each step is listed with its reason.",
  ],
  [
    "Effort",
    "Person-days as a three-point estimate. The value that counts is the PERT mean; the optimistic and the pessimistic end stand in brackets.",
  ],
];

/** What is in the report and how to read it. Gives the place of the contents, which are filled at the end. */
export function drawGuide(pen: Pen): ContentsPlace {
  let place: ContentsPlace | undefined;
  section(pen, "How to read this report", "What is in this report, and what its marks mean", "portrait", () => {
    const left = columnsOf(pen.area, 0, 5);
    const right = columnsOf(pen.area, 6, 6);
    const top = pen.y;
    tagged(pen, "H2", () => drawLine(pen, "Contents", left.x, top, TYPE.heading));
    pen.y = top + 28;
    place = reserveContents(pen, left.x, left.width, MOST_ENTRIES);
    const below = pen.y + heightOfContents(MOST_ENTRIES);
    pen.y = top;
    drawRules(pen, right);
    pen.y = Math.max(below, pen.y) + 12;
    drawLegend(pen);
    drawClusters(pen);
  });
  if (!place) throw new Error("the guide reserves a place for the contents");
  return place;
}

function drawRules(pen: Pen, at: { x: number; width: number }): void {
  for (const [term, text] of RULES) {
    tagged(pen, "P", () => {
      drawLine(pen, term, at.x, pen.y, TYPE.smallBold);
      pen.y += 14 + drawText(pen, text, at.x, pen.y + 14, TYPE.small, at.width);
    });
    pen.y += 8;
  }
}

function drawLegend(pen: Pen): void {
  subheading(pen, "Marks", 40);
  const y = pen.y;
  for (const [i, level] of LEVELS_WORST_FIRST.entries()) {
    const { x } = columnsOf(pen.area, i * 2, 2);
    tagged(pen, "P", () => {
      drawRiskMark(pen, level, x + 6, y + 8, 5);
      drawLine(pen, LEVEL_NAMES[level], x + 18, y + 2, TYPE.smallBold);
      drawLine(pen, `${RISK_SHAPE_NAMES[level]}, ${POINTS_OF_LEVEL[level]}`, x, y + 16, TYPE.label);
    });
  }
  const { x } = columnsOf(pen.area, 9, 3);
  tagged(pen, "P", () => {
    drawHatch(pen, x, y + 2, 12, 12, 3);
    drawLine(pen, "Uncharted", x + 18, y + 2, TYPE.smallBold);
    drawLine(pen, "no fresh evidence, counts as unmet", x, y + 16, TYPE.label);
  });
  pen.y = y + 44;
}

function drawClusters(pen: Pen): void {
  if (pen.model.clusters.length === 0) return;
  subheading(pen, "Clusters that were assessed", 60);
  const columns = [
    { title: "Cluster", share: 4 },
    { title: "Kubernetes", share: 3 },
    { title: "Criticality", share: 2, align: "right" as const },
    { title: "Data sensitivity", share: 2, align: "right" as const },
    { title: "Objects read", share: 2, align: "right" as const },
    { title: "Scanned", share: 3, align: "right" as const },
  ];
  const rows = pen.model.clusters.map((cluster) => ({
    cells: [
      [{ text: cluster.name, style: TYPE.smallBold }],
      [{ text: `${sayDistribution(cluster.distribution)} ${cluster.kubernetesVersion}`, style: TYPE.small }],
      [{ text: `${cluster.criticality} of 5`, style: TYPE.number }],
      [{ text: `${cluster.dataSensitivity} of 5`, style: TYPE.number }],
      [{ text: cluster.scannedAt ? formatCount(cluster.objects) : "–", style: TYPE.number }],
      [{ text: cluster.scannedAt ? formatDate(cluster.scannedAt) : "not scanned", style: TYPE.number }],
    ],
  }));
  drawTable(pen, columns, rows);
}
