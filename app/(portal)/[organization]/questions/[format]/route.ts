import { answerRefusal } from "#app/door/answer-refusal.ts";
import { session } from "#app/door/reader.ts";
import type { OwnQuestionFormat } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { exportOwnQuestions } from "#lib/server/services/own-questions/export-own-questions.ts";
import { bodyOf } from "#lib/server/services/reports/deliverables.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ organization: string; format: string }> };

/** Own questions as a file to keep; the verb's schema says in which formats. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { organization, format } = await params;
  return answerRefusal(async () => {
    const current = await session();
    if (!current) throw new Refusal("not-signed-in", "Sign in to export questions.");
    const actor = { userId: current.userId, organization };
    const file = await exportOwnQuestions(actor, { format: format as OwnQuestionFormat });
    return new Response(bodyOf(file.content), {
      headers: {
        "Content-Type": file.contentType,
        "Content-Disposition": `attachment; filename="${file.fileName}"`,
        "Content-Security-Policy": "sandbox",
        "X-Content-Type-Options": "nosniff",
      },
    });
  });
}
