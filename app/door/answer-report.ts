import "server-only";
import { session } from "#app/door/reader.ts";
import type { ReportFormat } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { bodyOf } from "#lib/server/services/reports/deliverables.ts";
import { exportReport } from "#lib/server/services/reports/export-report.ts";
import { answerRefusal } from "./answer-refusal.ts";

/** A report as a file to keep: never shown within the portal's own origin. */
export async function answerReport(organization: string, assessment: string, format: ReportFormat): Promise<Response> {
  return answerRefusal(async () => {
    const current = await session();
    if (!current) throw new Refusal("not-signed-in", "Sign in to export a report.");
    const actor = { userId: current.userId, organization };
    const { fileName, contentType, content } = await exportReport(actor, { assessment, format });
    return new Response(bodyOf(content), {
      headers: {
        "Content-Type": contentType,
        "Content-Disposition": `attachment; filename="${fileName}"`,
        "Content-Security-Policy": "sandbox",
        "X-Content-Type-Options": "nosniff",
      },
    });
  });
}
