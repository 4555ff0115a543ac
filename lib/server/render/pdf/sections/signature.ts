import { formatTime } from "#lib/presentation/dates.ts";
import type { ReportModel } from "#lib/report/report.ts";
import { paragraph, section } from "../pages.ts";
import type { Pen } from "../pen.ts";
import { drawTable, type Row } from "../table.ts";
import { FACT_COLUMNS, factRow, inHalves } from "./fact-rows.ts";

/** Who signed the assessment, and by what anybody can check that it is still what was signed. Nothing where nobody did. */
export function drawSignature(pen: Pen): void {
  const { signed } = pen.model;
  if (!signed) return;
  section(pen, "Signature", `${signed.by} signed this assessment`, "portrait", () => {
    paragraph(
      pen,
      "It is frozen since: scores, findings and answers in this report are those that were signed, whatever has been seen after. The roadmap that follows from them goes on.",
    );
    drawTable(pen, FACT_COLUMNS, rowsOf(signed));
    paragraph(
      pen,
      "The review page of the assessment hands out the signed document and the log of every step and decision. The SHA-256 of the document is the digest above. The command verify-log reads the log with the anchor above, and names the first entry that is not as it was written, or that is missing at the end.",
    );
  });
}

function rowsOf(signed: NonNullable<ReportModel["signed"]>): Row[] {
  return [
    factRow("Signed", `${signed.by}, ${formatTime(signed.at)}`),
    factRow("Digest of the signed document (SHA-256)", inHalves(signed.digest), true),
    factRow("Anchor of the log", `${signed.log.count}:${inHalves(signed.log.hash)}`, true),
  ];
}
