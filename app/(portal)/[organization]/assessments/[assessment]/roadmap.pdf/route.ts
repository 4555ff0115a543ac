import { answerReport } from "#app/door/answer-report.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ organization: string; assessment: string }> };

/** The roadmap report, as a file to keep. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { organization, assessment } = await params;
  return answerReport(organization, assessment, "pdf");
}
