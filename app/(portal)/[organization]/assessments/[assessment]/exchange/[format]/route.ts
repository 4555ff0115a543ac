import { answerRefusal } from "#app/door/answer-refusal.ts";
import { session } from "#app/door/reader.ts";
import type { ExchangeFormat } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { exportQuestionnaire } from "#lib/server/services/exchange/export-questionnaire.ts";
import { bodyOf } from "#lib/server/services/reports/deliverables.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ organization: string; assessment: string; format: string }> };

/** The questionnaire to fill in offline; the verb's schema says in which formats. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { organization, assessment, format } = await params;
  return answerRefusal(async () => {
    const current = await session();
    if (!current) throw new Refusal("not-signed-in", "Sign in to export the questionnaire.");
    const actor = { userId: current.userId, organization };
    const asked = { assessment, format: format as ExchangeFormat };
    const { fileName, contentType, content } = await exportQuestionnaire(actor, asked);
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
