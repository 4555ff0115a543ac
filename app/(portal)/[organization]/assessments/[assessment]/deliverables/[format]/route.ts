import { answerReport } from "#app/door/answer-report.ts";
import type { ReportFormat } from "#lib/contracts/inputs.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ organization: string; assessment: string; format: string }> };

/** The report in the format that is asked for; the verb's schema says which there are. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { organization, assessment, format } = await params;
  return answerReport(organization, assessment, format as ReportFormat);
}
