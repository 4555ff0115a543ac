import { answerRefusal } from "#app/door/answer-refusal.ts";
import { session } from "#app/door/reader.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { answerLive } from "#lib/server/services/live/answer-live.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ organization: string; assessment: string }> };

/** What others answer, and who is here: as events, or once as JSON. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { organization, assessment } = await params;
  return answerRefusal(async () => {
    const current = await session();
    if (!current) throw new Refusal("not-signed-in", "Your session has ended.");
    const { userId, sessionId } = current;
    return answerLive({ userId, sessionId, organization, assessment }, request);
  });
}
