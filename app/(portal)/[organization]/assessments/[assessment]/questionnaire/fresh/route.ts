import { answerRefusal } from "#app/door/answer-refusal.ts";
import { session } from "#app/door/reader.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { readQuestionnaire } from "#lib/server/services/answers/read-questionnaire.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ organization: string; assessment: string }> };

/** Of each question what changes while people answer, as JSON: the questionnaire takes it in without drawing the page anew. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { organization, assessment } = await params;
  return answerRefusal(async () => {
    const current = await session();
    if (!current) throw new Refusal("not-signed-in", "Your session has ended.");
    const view = await readQuestionnaire({ userId: current.userId, organization }, { assessment });
    const questions = view.questions.map(({ question, control: _control, remedy: _remedy, ...changing }) => ({
      id: question.id,
      ...changing,
    }));
    return Response.json({ questions });
  });
}
