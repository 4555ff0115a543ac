import { nameOfRef } from "#lib/kubernetes/object.ts";
import { formatDecimal, formatRisk, formatThings } from "#lib/presentation/numbers.ts";
import { LEVEL_NAMES, LEVELS_WORST_FIRST } from "#lib/presentation/palette.ts";
import { sayAccepted, sayAffected, sayMaturity, sayRiskStep } from "#lib/presentation/sentences-of-findings.ts";
import type { Finding } from "#lib/scoring/finding.ts";
import { drawLine } from "../draw-text.ts";
import { concernTitle, dimensionTitle, layerTitle } from "../names.ts";
import { paragraph, section } from "../pages.ts";
import type { Pen } from "../pen.ts";
import { drawRiskMark } from "../risk-mark.ts";
import { type CellPart, drawTable, type Row } from "../table.ts";
import { TYPE } from "../type-scale.ts";

/** Resources of a finding's sample that stand on paper; the rest is counted. */
const SAMPLE = 2;

/** Every finding that rests on evidence, worst first, with the steps that led to its risk and a sample of what was seen. */
export function drawFindings(pen: Pen): void {
  const { findings } = pen.model;
  section(pen, "Findings", titleOf(findings), "portrait", () => {
    if (findings.length === 0) {
      paragraph(
        pen,
        "No control was found unmet by evidence. What nobody has looked at is listed as uncharted waters.",
      );
      return;
    }
    const columns = [
      { title: "Risk", share: 2.6 },
      { title: "What is not met, and the evidence", share: 12 },
      { title: "How the risk came to be", share: 6.6 },
    ];
    const rows = LEVELS_WORST_FIRST.flatMap((level) => {
      const mine = findings.filter((finding) => finding.level === level);
      return mine.length === 0
        ? []
        : [
            { group: `${LEVEL_NAMES[level]}: ${formatThings(mine.length, "finding")}`, bookmarked: true },
            ...mine.map((finding) => rowOf(pen, finding)),
          ];
    });
    drawTable(pen, columns, rows);
  });
}

function titleOf(findings: readonly Finding[]): string {
  if (findings.length === 0) return "No finding rests on evidence yet";
  const risk = findings.reduce((sum, finding) => sum + finding.risk.points, 0);
  return `${formatThings(findings.length, "finding")} with ${formatRisk(risk)}, worst first`;
}

function rowOf(pen: Pen, finding: Finding): Row {
  return { cells: [riskParts(pen, finding), evidenceParts(pen, finding), stepParts(finding)] };
}

function riskParts(pen: Pen, finding: Finding): CellPart[] {
  const mark: CellPart = {
    height: 12,
    draw: (x, y) => {
      drawRiskMark(pen, finding.level, x + 5, y + 6, 4);
      drawLine(pen, LEVEL_NAMES[finding.level], x + 15, y, TYPE.smallBold);
    },
  };
  return [mark, { text: formatRisk(finding.risk.points), style: TYPE.label, gap: 1 }];
}

function evidenceParts(pen: Pen, finding: Finding): CellPart[] {
  const concern = concernTitle(pen.model, finding.concern) || dimensionTitle(pen.model, finding.dimension);
  const affected = sayAffected(finding);
  const place = [
    finding.clusterName,
    layerTitle(pen.model, finding.layer),
    concern,
    `maturity ${sayMaturity(finding)}`,
    affected,
    finding.accepted ? sayAccepted(finding.accepted, finding.affected) : "",
  ]
    .filter((part) => part !== "")
    .join(" · ");
  const seen = finding.sample
    .slice(0, SAMPLE)
    .flatMap((sample): CellPart[] => [
      { text: `${nameOfRef(sample.resource)}: ${sample.message}`, style: TYPE.code, most: 2, gap: 2 },
    ]);
  const more = finding.affected - Math.min(SAMPLE, finding.sample.length);
  const rest: CellPart[] =
    seen.length > 0 && more > 0 ? [{ text: `and ${formatDecimal(more)} more`, style: TYPE.label }] : [];
  return [
    { text: finding.title, style: TYPE.smallBold },
    { text: place, style: TYPE.label, gap: 1 },
    { text: finding.because, style: TYPE.small, gap: 2 },
    ...seen,
    ...rest,
  ];
}

function stepParts(finding: Finding): CellPart[] {
  const { risk } = finding;
  const steps = risk.steps.map((step): CellPart => ({ text: sayRiskStep(step), style: TYPE.label, gap: 1 }));
  const product: CellPart = {
    text: `Likelihood ${risk.likelihood} × impact ${risk.impact} = ${formatDecimal(risk.computed)}`,
    style: TYPE.small,
  };
  if (!risk.override) return [product, ...steps];
  const { override } = risk;
  return [
    product,
    {
      text: `Set to ${formatDecimal(override.points)} by ${override.by}: ${override.reason}`,
      style: TYPE.small,
      gap: 1,
    },
    ...steps,
  ];
}
