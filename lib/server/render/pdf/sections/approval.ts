import { formatDate, formatTime } from "#lib/presentation/dates.ts";
import { formatDays, formatMoney, formatRisk, formatThings } from "#lib/presentation/numbers.ts";
import type { ReportApproval } from "#lib/report/report.ts";
import { paragraph, section } from "../pages.ts";
import type { Pen } from "../pen.ts";
import { drawTable, type Row } from "../table.ts";
import { TYPE } from "../type-scale.ts";
import { FACT_COLUMNS, factRow, inHalves } from "./fact-rows.ts";

/** Who approved which version with what budget, and the risks that were accepted with it. Nothing where nobody did. */
export function drawApproval(pen: Pen): void {
  const { approved, version } = pen.model;
  if (!approved) return;
  section(pen, "Approval", `${approved.by} approved version ${approved.version} of the roadmap`, "portrait", () => {
    if (approved.version !== version)
      paragraph(pen, `This report shows version ${version}, which was planned after that and is not approved.`);
    drawTable(pen, FACT_COLUMNS, factsOf(approved));
    if (approved.accepted.length === 0) return;
    paragraph(
      pen,
      `${formatThings(approved.accepted.length, "risk that the plan leaves was", "risks that the plan leaves were")} accepted with it. An accepted risk is no pass: its findings stay in the scores.`,
    );
    drawTable(
      pen,
      [
        { title: "Accepted risk", share: 7 },
        { title: "Risk", share: 3 },
        { title: "Owner and last day", share: 5 },
        { title: "Reason", share: 8 },
      ],
      approved.accepted.map(riskRow),
    );
  });
}

function factsOf({ by, at, days, cost, note, digest }: ReportApproval): Row[] {
  const money = cost ? `, ${formatMoney(cost.amount, cost.currency)}` : "";
  return [
    factRow("Approved", `${by}, ${formatTime(at)}`),
    factRow("Budget", `${formatDays(days)}${money}`),
    ...(note ? [factRow("Note", note)] : []),
    factRow("Digest of the approved plan (SHA-256)", inHalves(digest), true),
  ];
}

function riskRow({ title, risk, owner, reason, endsOn }: ReportApproval["accepted"][number]): Row {
  return {
    cells: [
      [{ text: title, style: TYPE.smallBold }],
      [{ text: formatRisk(risk), style: TYPE.small }],
      [
        { text: owner, style: TYPE.small },
        { text: `until ${formatDate(endsOn)}`, style: TYPE.label },
      ],
      [{ text: reason, style: TYPE.small }],
    ],
  };
}
